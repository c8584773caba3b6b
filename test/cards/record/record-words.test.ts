import { expect, test } from "vitest";
import { newRecordCard, stepFormCard } from "../../../cards/record/form.ts";
import { loggedName } from "../../../cards/record/history.ts";
import { keptCard } from "../../../cards/record/kept.ts";
import type { RecordView } from "../../../cards/record/kit.ts";
import { appraisalKit } from "../../../cards/record/kits/appraisal.ts";
import { awardKit } from "../../../cards/record/kits/award.ts";
import { commendationKit } from "../../../cards/record/kits/commendation.ts";
import { standardKit } from "../../../cards/record/kits/guidance.ts";
import { honoursKit } from "../../../cards/record/kits/honours.ts";
import { misreportKit } from "../../../cards/record/kits/misreport.ts";
import { moneyKit } from "../../../cards/record/kits/money.ts";
import { questionKit } from "../../../cards/record/kits/question.ts";
import { supervisionKit, yearTaskKit } from "../../../cards/record/kits/task.ts";
import { urgentKit } from "../../../cards/record/kits/urgent.ts";
import { visitKit } from "../../../cards/record/kits/visit.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { recordListCard } from "../../../cards/record/list.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { formGroups } from "../../../cards/record/steps.ts";
import { areaLedgerText } from "../../../cards/text/area-ledger.ts";
import { oversightText } from "../../../cards/text/oversight.ts";
import { take } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { playedTo, START } from "../../domain/procedure/played.ts";
import { tenTowns } from "../office/programmes.ts";
import { buttonsOf, wordsOf } from "../office/sendable.ts";
import { holder, viewOf } from "./viewed.ts";

// The texts of a record's card about who has to do what, and the offers of its forms and lists.

const office = holder("city_office");
const leader = holder("leader");
const town = holder("town_official");

/** A 督办 item under way whose town has asked for more time. */
function requested(): RecordView["record"] {
  const { definition } = supervisionKit;
  const open = playedTo(definition, tenTowns, {}).get("open");
  if (!open) throw new Error("no item under way");
  const asked = { until: "2027-03-02", reason: "连续降雨" };
  const at = { actor: town, now: START, programme: tenTowns, evidence: 0 };
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
  const words = wordsOf(recordCard(viewOf(supervisionKit, requested(), town)));
  expect(words).toMatch(/“申请延期”由.+于 \*\*2026年10月15日\*\* 前答复。/);
  // Who answers it reads that it is theirs.
  const theirs = wordsOf(recordCard(viewOf(supervisionKit, requested(), office)));
  expect(theirs).toContain("请您于 **2026年10月15日** 前答复“申请延期”。");
  expect(words).toContain("完成进度：0%");
});

test("an urgent message says once where it goes, and is due by the minute", () => {
  const record = playedTo(urgentKit.definition, tenTowns, GIVEN.urgent ?? {}).get("proposed");
  if (!record) throw new Error("not proposed");
  const words = wordsOf(recordCard(viewOf(urgentKit, record, office)));
  expect(words.match(/发给：/g)).toHaveLength(1);
  expect(words).toContain("于 **10月12日 18:00** 前办理。");
});

test("urgent messages are told apart in a list, by where they go and until when", () => {
  const record = playedTo(urgentKit.definition, tenTowns, GIVEN.urgent ?? {}).get("sent");
  if (!record) throw new Error("not sent");
  const list = { programme: tenTowns, kits: KITS, scope: "urgent", page: 1, now: START, records: [record] };
  expect(wordsOf(recordListCard({ ...list, locale: "zh-CN" }))).toMatch(
    /发给信义镇等\d+个单位，时限10月12日 18:00/,
  );
  expect(wordsOf(recordListCard({ ...list, locale: "en" }))).toMatch(
    /To Xinyi and \d+ more, until 12 Oct 18:00/,
  );
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

test("the English cards count the times a place is listed as one says them", () => {
  const { again, times } = oversightText("en");
  expect([2, 3, 4, 11, 21].map(again).join(" ")).toMatch(/2nd.+3rd.+4th.+11th.+21st/);
  expect(times(12)).toBe(", listed for the 12th time");
});

test("a red and black list names who is exempt before it says why", () => {
  const record = playedTo(honoursKit.definition, tenTowns, GIVEN.honours ?? {}).get("proposed");
  if (!record) throw new Error("no list");
  const words = wordsOf(recordCard(viewOf(honoursKit, record, office)));
  expect(words).toMatch(/免列\*\*<br>[^<]+第\d+名.+<br>不可抗力：/);
});

test("a standard is named once, in its card's title", () => {
  const record = playedTo(standardKit.definition, tenTowns, GIVEN.standard ?? {}).get("drafted");
  if (!record) throw new Error("no draft");
  const named = { ...record, data: { ...record.data, title: "管网施工要点" } };
  const { header, body } = recordCard(viewOf(standardKit, named, office));
  expect(JSON.stringify(header)).toContain("管网施工要点");
  expect(JSON.stringify(body)).not.toContain("管网施工要点");
});

test("a finding says once which figure was found", () => {
  const record = playedTo(misreportKit.definition, tenTowns, GIVEN.misreport ?? {}).get("proposed");
  if (!record) throw new Error("nothing found");
  const words = wordsOf(recordCard(viewOf(misreportKit, record, office)));
  expect(words).toContain("核实 **");
  expect(words).not.toContain("核实数：");
});

test("a county put forward is named with its rank and points in words", () => {
  const record = playedTo(commendationKit.definition, tenTowns, GIVEN.commendation ?? {}).get("proposed");
  if (!record) throw new Error("not proposed");
  expect(wordsOf(recordCard(viewOf(commendationKit, record, office)))).toMatch(
    /(^|\n)[^\n<]+：第1名，[\d.]+分，优秀/,
  );
});

test("a form shows what it answers, and after somebody else's change that change", () => {
  const asked = playedTo(questionKit.definition, tenTowns, GIVEN.question ?? {}).get("asked");
  if (!asked) throw new Error("nothing asked");
  const data = { ...asked.data, question: "停车场何时完工？" };
  const log = asked.log.map((entry) => ({ ...entry, values: { ...entry.values, question: data.question } }));
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

test("whoever may take the step reads that it is theirs, and everybody else whose it is", () => {
  const record = playedTo(questionKit.definition, tenTowns, GIVEN.question ?? {}).get("asked");
  if (!record) throw new Error("not asked");
  expect(wordsOf(recordCard(viewOf(questionKit, record, town)))).toMatch(/请您于 \*\*.+\*\* 前办理。/);
  expect(wordsOf(recordCard(viewOf(questionKit, record, office)))).toMatch(
    /由信义镇填报人于 \*\*.+\*\* 前办理。/,
  );
});

test("a text of a page is cut, and folded below as a whole, so that the buttons stay in sight", () => {
  const record = playedTo(supervisionKit.definition, tenTowns, {}).get("closing");
  if (!record) throw new Error("not closing");
  const { body } = recordCard(viewOf(supervisionKit, record, office));
  const shown = body.elements.flatMap((part) => (part.tag === "markdown" ? [part.content] : []));
  expect(Math.max(...shown.map((text) => text.length))).toBeLessThan(1200);
  const folded = body.elements.filter(({ tag }) => tag === "collapsible_panel");
  expect(JSON.stringify(folded)).toContain("查看全文");
  expect(JSON.stringify(folded)).toContain("字".repeat(500));
});

test("what is kept of a form reads as the record's card prints it", () => {
  const record = playedTo(yearTaskKit.definition, tenTowns, GIVEN.year_task ?? {}).get("open");
  if (!record) throw new Error("no task");
  const typed = { start: "2026-03-01", due: "2026-02-30", steps: "桩基 2026-05-30 30%" };
  const words = wordsOf(
    keptCard(viewOf(yearTaskKit, record, town), typed, "请填写。") ??
      recordCard(viewOf(yearTaskKit, record, town)),
  );
  expect(words).toMatch(/开始日期：2026年3月1日/);
  expect(words).toContain("截止日期：2026-02-30");
});

test("sums of a table are kept as they were typed", () => {
  const record = playedTo(moneyKit.definition, tenTowns, GIVEN.money ?? {}).get("kept");
  if (!record) throw new Error("no ledger");
  const kept = keptCard(viewOf(moneyKit, record, office), { "planned.county": "1" }, "已经建立。");
  expect(kept && wordsOf(kept)).toContain("县级：1");
});

test("the way out of a form says whose situation it leads to", () => {
  const origin = { town: "xinyi", period: "2026Q3", ref: "" };
  const labels = (reader: Person) => {
    const view = { programme: tenTowns, kit: yearTaskKit, origin, starts: ["propose"], reader } as const;
    return buttonsOf(newRecordCard({ ...view, starts: ["propose"], locale: "zh-CN" })).map(
      ({ text }) => text,
    );
  };
  expect(labels(office)).toContain("查看信义镇情况");
  expect(labels(town)).toContain("查看本单位情况");
});

test("a visit to many towns is named after the first and their number", () => {
  const record = playedTo(visitKit.definition, tenTowns, GIVEN.visit ?? {}).get("planned");
  if (!record) throw new Error("not planned");
  const { header } = recordCard(viewOf(visitKit, record, office));
  expect(header.title.content).toMatch(/^督查：2026年10月12日，信义镇等13个单位$/);
});

test("a town that reported its progress is asked for progress, not to sign for the task or to end a hindrance", () => {
  const { definition } = supervisionKit;
  const open = playedTo(definition, tenTowns, {}).get("open");
  if (!open) throw new Error("no item under way");
  const at = { actor: town, now: START, programme: tenTowns, evidence: 0 };
  const said = take(definition, open, "progress", { percent: "40", words: "在建" }, at);
  const about = { department: "department.housing", reason: "用地未批" };
  const held = said.ok ? take(definition, said.record, "block", about, at) : said;
  if (!held.ok) throw new Error(JSON.stringify(held));
  const [first, ...others] = buttonsOf(recordCard(viewOf(supervisionKit, held.record, town)));
  expect(first).toMatchObject({ text: "报进展", type: "primary" });
  expect(others.map(({ text }) => text)).not.toContain("签收");
});

test("what was filled in is named as a fact: no example, question or way to fill it in stands before it", () => {
  const asked = /，如|例如|每行|不用|可以修改|哪|？|such as|one a line|you may|Which|\?/;
  const labels = (["zh-CN", "en"] as const).flatMap((locale) =>
    Object.values(KITS).flatMap((kit) =>
      Object.keys(kit.words[locale].fields).map(
        (field) => `${kit.definition.id}.${field}: ${loggedName({ kit, locale }, field)}`,
      ),
    ),
  );
  expect(labels.filter((label) => asked.test(label))).toEqual([]);
});

test("a grid seen as a whole says nothing of what the quarter still asks", () => {
  expect(areaLedgerText("zh-CN").looked(5, 25, 0)).toContain("没有看过的，季度照常填。");
  expect(areaLedgerText("zh-CN").looked(25, 25, 9)).toBe("**25格已看25格，待整治9处**。");
  expect(areaLedgerText("en").looked(25, 25, 9)).not.toContain("others");
});

test("a ledger of funds is read in lines: a source with its sums and its share, then all", () => {
  const record = playedTo(moneyKit.definition, tenTowns, GIVEN.money ?? {}).get("kept");
  if (!record) throw new Error("no ledger");
  const data = { ...record.data, planned: { county: 90, ppp: 10 }, in_place: { county: 60 }, spent: {} };
  const card = recordCard(viewOf(moneyKit, { ...record, data }, office));
  expect(card.body.elements.map(({ tag }) => tag)).not.toContain("table");
  const words = wordsOf(card);
  expect(words).toContain("**县级**：计划90，到位60（占100%），支出0");
  expect(words).toContain("**合计**：计划100，到位60，支出0");
  // What brings nothing is left out.
  expect(words).not.toContain("**民间资本**");
});
