import { expect, test } from "vitest";
import { newRecordCard, stepFormCard } from "../../../cards/record/form.ts";
import type { RecordView } from "../../../cards/record/kit.ts";
import { visitKit } from "../../../cards/record/kits/visit.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { visitSummaryCard } from "../../../cards/visit/summary.ts";
import { settingOf } from "../../whole/every-card/setting.ts";
import { summaryViews, visitViews } from "../../whole/every-card/visits.ts";
import { expectSendable, wordsOf } from "../office/sendable.ts";
import { keysOn, photoOf } from "../pictures/photos.ts";

const usual = settingOf("usual", "zh-CN");

function view(change: Partial<RecordView>): RecordView {
  const [first] = Object.values(visitViews(usual));
  if (!first) throw new Error("no visit");
  return { ...first, kit: visitKit, ...change };
}

test("300 photos are counted, of which a card shows the newest", () => {
  const photos = Array.from({ length: 300 }, (_, i) => ({ ...photoOf(null, {}, i), record: "v" }));
  const card = recordCard(view({ photos }));
  expectSendable(card);
  expect(keysOn(card)).toHaveLength(6);
  expect(wordsOf(card)).toContain("照片 300 张");
  expect(wordsOf(card)).toContain("还有 294 张较早的");
});

test("the quarter's card names the counties nobody goes to, and offers a visit to the office alone", () => {
  const [summary] = Object.values(summaryViews(usual));
  if (!summary) throw new Error("no summary");
  const offered = (mayPlan: boolean) => JSON.stringify(visitSummaryCard({ ...summary, mayPlan }));
  expect(wordsOf(visitSummaryCard(summary))).toContain("还没有安排督查");
  expect(offered(true)).toContain("new__visit");
  expect(offered(false)).not.toContain("new__visit");
});

test("a town that was merged half way keeps its name on the cards of its visits", () => {
  const { programme } = usual;
  const [gone, ...towns] = programme.towns;
  if (!gone) throw new Error("no town");
  const { slug, name, nameEn } = gone;
  const merged = {
    ...programme,
    towns,
    former: { ...programme.former, towns: [{ slug, name, nameEn, into: towns[0]?.slug ?? "" }] },
  };
  const words = wordsOf(recordCard(view({ programme: merged })));
  expect(words).toContain(`1. ${name}`);
  expect(words).not.toContain(slug);
});

test("a county that is gone is not said to be left without an inspection", () => {
  const { programme, locale, reader } = view({});
  if (!reader) throw new Error("nobody reads it");
  const form = { programme, locale, reader, kit: visitKit, starts: ["plan"] };
  const origin = { period: "2026Q3", town: "", ref: "" };
  const card = newRecordCard({ ...form, origin, given: { period: "2026Q4", unplanned: ["gone"] } });
  expect(wordsOf(card)).not.toContain("：。");
});

test("where the pack does without inspections, no county is said to be left", () => {
  const [summary] = Object.values(summaryViews(usual));
  if (!summary) throw new Error("no summary");
  const programme = { ...usual.programme, procedures: { visit: { off: true, days: {} } } };
  expect(wordsOf(visitSummaryCard({ ...summary, programme }))).not.toContain("还没有安排督查");
});

test("whoever ends a visit is told which towns have no note, before it is refused", () => {
  const { record } = view({});
  const [first, second] = usual.programme.towns;
  const log = record.log.filter(({ step, values }) => step !== "note" || values.place !== first?.slug);
  const form = wordsOf(stepFormCard(view({ record: { ...record, log } }), ["finish"]));
  expect(form).toContain(`尚未记录情况：**${first?.name}**。`);
  expect(form).not.toContain(`、${second?.name}`);
});

test("what is found now stands below the list of what was found before, not in its last line", () => {
  const drawn = wordsOf(recordCard(view({})));
  expect(drawn).toMatch(/\n\n本次：\n- /);
  expect(drawn).not.toMatch(/[^\n]\n本次：/);
});
