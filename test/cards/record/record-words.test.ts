import { expect, test } from "vitest";
import { stepFormCard } from "../../../cards/record/form.ts";
import type { RecordView } from "../../../cards/record/kit.ts";
import { appraisalKit } from "../../../cards/record/kits/appraisal.ts";
import { awardKit } from "../../../cards/record/kits/award.ts";
import { misreportKit } from "../../../cards/record/kits/misreport.ts";
import { questionKit } from "../../../cards/record/kits/question.ts";
import { supervisionKit, yearTaskKit } from "../../../cards/record/kits/task.ts";
import { urgentKit } from "../../../cards/record/kits/urgent.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { recordListCard } from "../../../cards/record/list.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { formGroups } from "../../../cards/record/steps.ts";
import { offered, take } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, playedTo, START } from "../../domain/procedure/played.ts";
import { tenTowns } from "../office/programmes.ts";
import { buttonsOf, wordsOf } from "../office/sendable.ts";

// The texts of a record's card about who has to do what, and the offers of its forms and lists.

const office = everyone(tenTowns).find(({ role }) => role === "city_office");
const leader = everyone(tenTowns).find(({ role }) => role === "leader");

function viewOf(
  kit: RecordView["kit"],
  record: RecordView["record"],
  reader: Person | undefined,
): RecordView {
  if (!reader) throw new Error("nobody reads it");
  const at = { actor: reader, now: START, programme: tenTowns, evidence: 1 };
  const offers = offered(kit.definition, record, at);
  const seen = {
    reader,
    offers,
    evidence: 1,
    quarter: null,
    unheld: [],
    now: START,
    locale: "zh-CN",
  } as const;
  return { programme: tenTowns, kit, record, ...seen };
}

/** A 督办 item under way whose town has asked for more time. */
function requested(): RecordView["record"] {
  const { definition } = supervisionKit;
  const open = playedTo(definition, tenTowns, {}).get("open");
  const actor = everyone(tenTowns).find(({ role }) => role === "town_official");
  if (!open || !actor) throw new Error("no item under way");
  const asked = { until: "2027-03-02", reason: "连续降雨" };
  const at = { actor, now: START, programme: tenTowns, evidence: 0 };
  const taken = take(definition, open, "request_extension", asked, at);
  if (!taken.ok) throw new Error(JSON.stringify(taken));
  return taken.record;
}

test("a form offers alternatives only: refusing an extension is none to withdrawing the task", () => {
  const groups = formGroups(viewOf(supervisionKit, requested(), office));
  expect(groups).toContainEqual(["refuse_extension"]);
  expect(groups).toContainEqual(["withdraw"]);
});

test("a question beside the state is named with who answers it", () => {
  const words = wordsOf(recordCard(viewOf(supervisionKit, requested(), office)));
  expect(words).toMatch(/“申请延期”由.+于 \*\*2026年10月15日\*\* 前答复。/);
  expect(words).toContain("完成进度：0%");
});

test("an urgent message says once where it goes, and is due by the minute", () => {
  const record = playedTo(urgentKit.definition, tenTowns, GIVEN.urgent ?? {}).get("proposed");
  if (!record) throw new Error("not proposed");
  const words = wordsOf(recordCard(viewOf(urgentKit, record, office)));
  expect(words.match(/发给：/g)).toHaveLength(1);
  expect(words).toContain("于 **10月12日 18:00** 前办理。");
});

test("a person's list is called as its button is, and says what of it waits for them", () => {
  const records = [requested(), requested()];
  const list = { programme: tenTowns, kits: KITS, scope: "mine", page: 1, now: START, records } as const;
  const drawn = (owes: number, locale: "zh-CN" | "en" = "zh-CN") => recordListCard({ ...list, owes, locale });
  const way = buttonsOf(recordCard(viewOf(supervisionKit, requested(), leader)));
  for (const [owes, said] of [
    [0, "都不等您办理，您可以关注进展。"],
    [1, "其中等您办理1项。"],
    [2, "均等您办理。"],
  ] as const) {
    expect(way.map(({ text }) => text)).toContain(drawn(owes).header.title.content);
    expect(wordsOf(drawn(owes))).toContain(said);
  }
  expect(wordsOf(drawn(0, "en"))).toContain("None waits for you");
});

test("a proposal in a list says what is agreed to, and no progress", () => {
  const { definition } = yearTaskKit;
  const proposed = playedTo(definition, tenTowns, GIVEN.year_task ?? {}, () => "镇长").get("proposed");
  if (!proposed) throw new Error("nothing proposed");
  const list = { programme: tenTowns, kits: KITS, scope: "mine", page: 1, now: START } as const;
  const words = wordsOf(recordListCard({ ...list, records: [proposed], owes: 1, locale: "zh-CN" }));
  expect(words).toMatch(/到期，权重[\d.]+，镇长/);
  expect(words).not.toContain("序时进度");
});

test("a finding says once which figure was found", () => {
  const record = playedTo(misreportKit.definition, tenTowns, GIVEN.misreport ?? {}).get("proposed");
  if (!record) throw new Error("nothing found");
  const words = wordsOf(recordCard(viewOf(misreportKit, record, office)));
  expect(words).toContain("核实 **");
  expect(words).not.toContain("核实数：");
});

test("a form shows what it answers, and after somebody else's change that change", () => {
  const asked = playedTo(questionKit.definition, tenTowns, GIVEN.question ?? {}).get("asked");
  if (!asked) throw new Error("nothing asked");
  const data = { ...asked.data, question: "停车场何时完工？" };
  const log = asked.log.map((entry) => ({ ...entry, values: { ...entry.values, question: data.question } }));
  const town = everyone(tenTowns).find(({ role }) => role === "town_official");
  const form = stepFormCard(viewOf(questionKit, { ...asked, data, log }, town), ["answer"]);
  expect(wordsOf(form)).toContain("问题：停车场何时完工？");
  const entered = playedTo(appraisalKit.definition, tenTowns, GIVEN.appraisal ?? {}).get("entered");
  if (!entered) throw new Error("nothing entered");
  const appraisal = viewOf(appraisalKit, entered, office);
  expect(wordsOf(stepFormCard(appraisal, ["change"]))).toContain("录入");
});

test("a question's title begins with what is asked", () => {
  const record = playedTo(questionKit.definition, tenTowns, GIVEN.question ?? {}).get("asked");
  if (!record) throw new Error("nothing asked");
  const { header } = recordCard(
    viewOf(
      questionKit,
      { ...record, data: { ...record.data, question: "您好，请问停车场何时完工？" } },
      office,
    ),
  );
  expect(JSON.stringify(header)).toMatch(/：停车场何时完工？/);
});

test("an award is chosen anew from what was filled in, not from empty boxes", () => {
  const record = playedTo(awardKit.definition, tenTowns, GIVEN.award ?? {}).get("chosen");
  if (!record) throw new Error("nothing chosen");
  const changed = { ...record, data: { ...record.data, pot: 300, floor: 60, base: 10, tied: "by_id" } };
  const card = stepFormCard(viewOf(awardKit, changed, office), ["change"]);
  const shown = JSON.stringify(card);
  for (const value of ["300", "60", "10"]) expect(shown).toContain(`"default_value":"${value}"`);
  expect(shown).toContain('"initial_option":"by_id"');
});
