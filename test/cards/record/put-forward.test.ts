import { expect, test } from "vitest";
import { stepFormCard } from "../../../cards/record/form.ts";
import { promiseKit } from "../../../cards/record/kits/promise.ts";
import { townPlanKit } from "../../../cards/record/kits/town-plan.ts";
import { recordCard } from "../../../cards/record/record.ts";
import type { ProcedureRecord, Values } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { playedTo, START } from "../../domain/procedure/played.ts";
import { tenTowns } from "../office/programmes.ts";
import { buttonsOf, wordsOf } from "../office/sendable.ts";
import { holder, viewOf } from "./viewed.ts";

// The button a record's card puts forward, blue and first: the step that is wanted next.

const town = holder("town_official");
const { definition } = townPlanKit;
const at = { actor: town, now: START, programme: tenTowns, evidence: 0 };

function written(record: ProcedureRecord, step: string, typed: Values): ProcedureRecord {
  const taken = take(definition, record, step, typed, at);
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  return taken.record;
}

/** The texts of the buttons that take steps, the blue one marked. */
function steps(record: ProcedureRecord): string[] {
  return buttonsOf(recordCard(viewOf(townPlanKit, record, town)))
    .filter(({ action }) => /^(form|step)$/.test(action?.kind ?? ""))
    .map(({ text, type }) => (type === "primary" ? `blue ${text}` : text));
}

test("of a 方案 that is written, the next section without words; once all have, its submission", () => {
  const origin = { id: "0123456789abcdef", town: town.area, period: "", ref: "" };
  const begun = begin(definition, origin, "begin", { town: town.area, site: "古镇" }, at);
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
  // The pack knows of which kind the town is.
  expect(steps(begun.record)[0]).toBe("blue 建设要求");
  const demands = written(begun.record, "demands", { demands: "修旧如旧" });
  expect(steps(demands)[0]).toBe("blue 领导机构");
  const led = written(demands, "leadership", { leadership: "镇长任组长" });
  const paid = written(led, "funds", { "funds.county": "100" });
  expect(steps(paid)[0]).toBe("blue 年度安排");
  const all = written(paid, "years", { year: "2026", investment: "", arrangement: "开工", problem: null });
  expect(steps(all)[0]).toBe("blue 提交会签");
  expect(steps(all).slice(1).join()).not.toContain("blue");
});

test("of a change of a 方案 that was granted, what it was asked for; once that differs, its submission", () => {
  const approved = playedTo(definition, tenTowns, GIVEN.town_plan ?? {}).get("approved");
  if (!approved) throw new Error("not approved");
  const asked = written(approved, "request_change", { touches: ["leadership"], reason: "换届" });
  const granted = take(definition, asked, "grant_change", {}, { ...at, actor: holder("city_office") });
  if (!granted.ok) throw new Error(JSON.stringify(granted.refusal));
  expect(steps(granted.record)[0]).toBe("blue 领导机构");
  const led = written(granted.record, "leadership", { leadership: "新任镇长任组长" });
  expect(steps(led)[0]).toBe("blue 提交会签");
});

test("a form says what the step is for that it was opened for, not what its alternative asks", () => {
  const open = playedTo(promiseKit.definition, tenTowns, GIVEN.promise ?? {}).get("open");
  if (!open) throw new Error("no promise");
  const words = (opened: string) =>
    wordsOf(stepFormCard({ ...viewOf(promiseKit, open, town), opened }, ["miss", "withdraw"]));
  expect(words("miss")).toContain("请写明没有兑现的原因");
  expect(words("withdraw")).not.toContain("没有兑现的原因");
});
