import { describe, expect, it } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { digestFacts } from "../../../src/domain/digest/digest-facts.ts";
import type { DigestInput } from "../../../src/domain/digest/facts.ts";
import type { DigestRow } from "../../../src/domain/digest/rows.ts";
import { spanOf } from "../../../src/domain/digest/span.ts";
import { UNOPENED } from "../../../src/domain/quarter/timetable.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import { towns } from "../programmes.ts";
import { calm, closing, NOW, question, task, toTown } from "./given.ts";

const city = (change: Partial<DigestInput> = {}, now = NOW) =>
  digestFacts({ ...calm, ...change }, "leading_group", now);
const rowsOf = <K extends DigestRow["kind"]>(rows: DigestRow[], kind: K) =>
  rows.filter((row): row is Extract<DigestRow, { kind: K }> => row.kind === kind);
const blockedBy = (acceptedAt: number | null) => ({
  department: "land",
  reason: "用地指标",
  by: "ou_x",
  at: shanghaiTime("2026-10-26", "10:00"),
  acceptedAt,
});

/** Nothing was published or told before. */
const NONE = { published: null, covered: null };

describe("the places", () => {
  it("are told in rank order with what moved them", () => {
    const ranks = rowsOf(city().rows, "rank");
    expect(ranks.map(({ town }) => town).slice(0, 3)).toEqual(["jiajiazhuang", "qikou", "xinyi"]);
    const wutong = ranks.find(({ town }) => town === "wutong");
    expect(wutong).toMatchObject({ rank: 7, previousRank: 2, light: "red" });
    expect(wutong?.why.every(({ points }) => points < 0)).toBe(true);
    expect(wutong?.why.length).toBeGreaterThan(0);
  });

  it("never give as the reason of a fall what was gained", () => {
    for (const { rank, previousRank, why } of rowsOf(city().rows, "rank"))
      for (const { points } of why)
        expect(Math.sign(points)).toBe(Math.sign((previousRank ?? 0) - (rank ?? 0)));
  });

  it("of a quarter: who rose most, and every county's mean against the quarter before", () => {
    const facts = city({ kind: "quarterly", period: "2026Q3" });
    expect(facts.risen?.places).toBe(3);
    expect(facts.risen?.towns.sort()).toEqual(["kaishan", "qikou", "xinyi"]);
    const linxian = facts.counties.find(({ county }) => county === "linxian");
    expect(linxian).toMatchObject({ towns: 1 });
    expect((linxian?.score ?? 0) - (linxian?.before ?? 0)).toBeCloseTo(6.88, 2);
    expect(facts.counties.find(({ county }) => county === "jiaokou")?.score).toBeNull();
  });
});

describe("reports", () => {
  const basis = {
    programme: towns,
    period: "2026Q3" as const,
    plan: { investment: null, dueFrom: null, projects: [] },
    earlier: [],
  };
  const reports = towns.towns.map(({ slug }) => startReport({ ...basis, town: slug }));
  const quarter = { id: "2026Q3" as const, openedAt: NOW, ...UNOPENED, status: "open" as const, reports };

  it("are owed by nobody before the due day is over, and then by each that is missing, in list order", () => {
    const due = shanghaiTime("2026-10-15", "17:00");
    expect(rowsOf(city({ quarter }, due).rows, "report")).toEqual([]);
    const after = rowsOf(city({ quarter }, shanghaiTime("2026-10-19", "09:10")).rows, "report");
    expect(after.map(({ town }) => town)).toEqual(towns.towns.map(({ slug }) => slug));
    expect(after[0]).toMatchObject({ state: "missing", days: 2, id: "2026Q3/xinyi" });
  });

  it("that were not there when the quarter locked can no longer be ranked, which is news once", () => {
    const [row] = rowsOf(city({ quarter }, shanghaiTime("2026-10-30", "09:10")).rows, "report");
    expect(row).toMatchObject({ state: "unranked", mark: "unranked", id: "2026Q3/xinyi" });
  });

  it("say who sent within the week and who was late", () => {
    const sent = reports.map((report) =>
      report.town === "qikou"
        ? { ...report, status: "submitted" as const, firstSubmittedAt: shanghaiTime("2026-10-30", "10:00") }
        : report,
    );
    const { reporting } = city({ quarter: { ...quarter, reports: sent } });
    expect(reporting).toMatchObject({ fresh: ["qikou"], late: ["qikou"], inReview: 1 });
    expect(reporting?.missing).toHaveLength(12);
  });
});

describe("tasks", () => {
  it("are red from the day after they were due, with the working days since", () => {
    const facts = (due: string) => rowsOf(city({ tasks: [task({ due })] }).rows, "red");
    expect(facts("2026-11-02")).toEqual([]);
    expect(facts("2026-10-29")[0]).toMatchObject({ id: "t1", town: "qikou", county: "linxian", days: 2 });
  });

  it("come county by county in list order", () => {
    const to = ["shuangchi", "xinyi", "qikou"].map((slug, i) => ({ id: `t${i}`, to: toTown(slug) }));
    const tasks = to.map((one) => task({ ...one, due: "2026-10-01" }));
    const red = rowsOf(city({ tasks }).rows, "red");
    expect(red.map(({ town }) => town)).toEqual(["xinyi", "qikou", "shuangchi"]);
  });

  it("that a department has taken on are its to answer for; one merely asked leaves the town overdue", () => {
    const held = (acceptedAt: number | null) =>
      city({ tasks: [task({ due: "2026-10-01", blocked: blockedBy(acceptedAt) })] }).rows;
    const asked = held(null).filter(({ kind }) => kind !== "rank");
    expect(asked.map(({ kind, id }) => [kind, id])).toEqual([
      ["blocked", "t1/blocked"],
      ["red", "t1"],
    ]);
    const accepted = held(shanghaiTime("2026-10-30", "10:00")).filter(({ kind }) => kind !== "rank");
    expect(accepted).toMatchObject([{ kind: "blocked", accepted: true, days: 1 }]);
  });

  it("tell the milestone that is due within the week and not reached", () => {
    const steps = [
      { name: "基础", due: "2026-09-01", share: 40 },
      { name: "主体封顶", due: "2026-11-06", share: 70 },
      { name: "验收", due: "2026-12-20", share: 100 },
    ];
    expect(rowsOf(city({ tasks: [task({ steps })] }).rows, "step")).toMatchObject([
      { id: "t1/2", step: "主体封顶", share: 70, percent: 50 },
    ]);
    expect(rowsOf(city({ tasks: [task({ steps, percent: 70 })] }).rows, "step")).toEqual([]);
  });

  it("are told once when they are closed", () => {
    const closed = (day: string) =>
      task({
        status: "closed",
        log: [closing(shanghaiTime(day, "10:00"))],
      });
    expect(rowsOf(city({ tasks: [closed("2026-10-30")] }).rows, "closed")).toHaveLength(1);
    expect(rowsOf(city({ tasks: [closed("2026-10-20")] }).rows, "closed")).toEqual([]);
  });
});

describe("what a town said it would do next", () => {
  const report = startReport({
    programme: towns,
    town: "qikou",
    period: "2026Q3",
    plan: { investment: null, dueFrom: null, projects: [] },
    earlier: [],
  });
  const [area] = towns.areas;
  const words = { progress: "", next: " 完成主街立面改造 ", problem: "" };
  const said = {
    ...report,
    content: { ...report.content, areas: { [area?.id ?? ""]: { items: {}, words } } },
  };

  it("is read back in the last month of the quarter it was said for, and until the next report is approved", () => {
    const on = (day: string) =>
      rowsOf(city({ lastApproved: [said] }, shanghaiTime(day, "09:10")).rows, "promise");
    expect(on("2026-11-23")).toEqual([]);
    expect(on("2026-11-30")).toMatchObject([
      { id: `2026Q3/qikou/${area?.id}`, text: "完成主街立面改造", due: "2026-12-31" },
    ]);
    expect(on("2027-01-08")).toHaveLength(1);
  });

  it("is read back in the quarter that it names, however early it was said", () => {
    const later = structuredClone(said);
    later.content.areas[area?.id ?? ""] = { items: {}, words: { ...words, next: "明年二季度完成主体工程" } };
    const on = (day: string) =>
      rowsOf(city({ lastApproved: [later] }, shanghaiTime(day, "09:10")).rows, "promise");
    expect(on("2026-12-30")).toEqual([]);
    expect(on("2027-06-15")).toMatchObject([{ text: "明年二季度完成主体工程", due: "2027-06-30" }]);
  });
});

describe("a county's digest", () => {
  const everywhere = towns.towns.map(({ slug }, i) =>
    task({ id: `t${i}`, to: toTown(slug), title: `${slug}的事`, due: "2026-10-01" }),
  );
  const input: DigestInput = {
    ...calm,
    tasks: [...everywhere, task({ id: "x", to: { kind: "department", slug: "land" }, due: "2026-10-01" })],
    questions: towns.towns.map(({ slug }, i) =>
      question({ id: `q${i}`, town: slug, about: "", text: `问${slug}` }),
    ),
    burden: {
      now: new Map(towns.towns.map(({ slug }) => [slug, { messages: 1, fields: 2 }])),
      before: new Map(),
    },
    health: { ...calm.health, stuck: 3, dead: 2 },
  };

  it.each(towns.counties)("of $name holds nothing of any other's", (county) => {
    const facts = digestFacts(input, { county: county.slug }, NOW);
    const text = JSON.stringify(facts);
    for (const other of towns.towns.filter(({ countyCode }) => countyCode !== county.code))
      expect(text).not.toContain(other.slug);
    expect(facts.rows.some(({ kind }) => kind === "red")).toBe(true);
    expect(facts.burden.now).toEqual({ messages: 1, fields: 2 });
  });

  it("leaves out what is the whole city's: how many messages of anybody did not arrive", () => {
    const kinds = (audience: Parameters<typeof digestFacts>[1]) =>
      digestFacts(input, audience, NOW).stale.map(({ kind }) => kind);
    expect(kinds("leading_group")).toEqual(["outbox"]);
    expect(kinds({ county: "linxian" })).toEqual([]);
  });
});

describe("questions", () => {
  it("stand beside what they are about, with the working days since", () => {
    const rows = city({ tasks: [task({ due: "2026-10-01" })], questions: [question()] }).rows;
    expect(rowsOf(rows, "red")[0]?.asked).toMatchObject({ answer: null, days: 4, since: "2026-10-27" });
    expect(rowsOf(rows, "question")).toEqual([]);
  });

  it("have a row of their own once that is listed no more", () => {
    const rows = city({ questions: [question({ answer: "月底完成" })] }).rows;
    expect(rowsOf(rows, "question")).toMatchObject([{ about: "t1", asked: { answer: "月底完成" } }]);
  });
});

describe("what cannot be trusted is said", () => {
  const stale = (change: Partial<DigestInput>, now = NOW) => city(change, now).stale;

  it("not when everything is fresh", () => expect(stale({})).toEqual([]));

  it("when nothing ran by the clock for a day", () => {
    const lastRunAt = NOW - 25 * 3_600_000;
    expect(stale({ health: { ...calm.health, lastRunAt } })).toEqual([
      { kind: "heartbeat", since: lastRunAt },
    ]);
    expect(stale({ health: { ...calm.health, lastRunAt: null } })).toEqual([
      { kind: "heartbeat", since: null },
    ]);
  });

  it("when a quarter is over and was never opened", () => {
    const now = shanghaiTime("2027-01-11", "09:10");
    const health = { ...calm.health, lastRunAt: now };
    expect(stale({ health }, now)).toEqual([{ kind: "not_opened", period: "2026Q4" }]);
  });

  it("when an open quarter is silent for a week", () => {
    const report = startReport({
      programme: towns,
      town: "qikou",
      period: "2026Q3",
      plan: { investment: null, dueFrom: null, projects: [] },
      earlier: [],
    });
    const openedAt = shanghaiTime("2026-10-01", "09:00");
    const quarter = {
      id: "2026Q3" as const,
      openedAt,
      ...UNOPENED,
      status: "open" as const,
      reports: [report],
    };
    const on = (day: string) => {
      const now = shanghaiTime(day, "09:10");
      return stale({ quarter, health: { ...calm.health, lastRunAt: now } }, now);
    };
    expect(on("2026-10-07")).toEqual([]);
    expect(on("2026-10-12")).toEqual([{ kind: "reports", period: "2026Q3", days: 11 }]);
    // Not the silence of a town the quarter asks nothing.
    const now = shanghaiTime("2026-10-12", "09:10");
    const away = { ...quarter, towns: new Set<string>() };
    expect(stale({ quarter: away, health: { ...calm.health, lastRunAt: now } }, now)).toEqual([]);
  });

  it("when the newest ranking is of a quarter long gone", () => {
    const before = calm.ranking?.before;
    if (!before) throw new Error("no ranking before");
    const ranking = { now: before, before: null };
    expect(stale({ ranking }, NOW)).toEqual([]);
    const late = shanghaiTime("2026-12-21", "09:10");
    const health = { ...calm.health, lastRunAt: late };
    expect(stale({ ranking, health }, late)).toEqual([{ kind: "ranking", period: "2026Q2" }]);
  });
});

describe("what a digest looks back on", () => {
  it("is seven days, the month it names, or the time since the publication before", () => {
    const weekly = spanOf("weekly", "2026-W45", NOW, NONE);
    expect([weekly.to - weekly.from, weekly.before.to]).toEqual([7 * 86_400_000, weekly.from]);
    const monthly = spanOf("monthly", "2026-02", NOW, NONE);
    expect(monthly).toEqual({
      from: shanghaiTime("2026-02-01", "00:00"),
      to: shanghaiTime("2026-03-01", "00:00"),
      before: { from: shanghaiTime("2026-01-01", "00:00"), to: shanghaiTime("2026-02-01", "00:00") },
    });
    const since = shanghaiTime("2026-07-20", "10:00");
    expect(spanOf("quarterly", "2026Q3", NOW, { ...NONE, published: since }).from).toBe(since);
  });
});

describe("records of every procedure", () => {
  const item = (change: object = {}) => ({
    ...{ id: "record r1 found", kind: "record" as const, owes: { kind: "county" as const, slug: "linxian" } },
    ...{ town: "qikou", period: null, subject: "r1", title: "整改", titleEn: "Rectification" },
    ...{ openedOn: "2026-10-20", due: "2026-10-28", movedOn: null, ...change },
  });

  it("have a row once they are overdue, for the city and for the county that owes the step", () => {
    const input = { records: [item()] };
    expect(rowsOf(city(input).rows, "owed")).toMatchObject([{ title: "整改", due: "2026-10-28", days: 3 }]);
    const county = (slug: string) => digestFacts({ ...calm, ...input }, { county: slug }, NOW).rows;
    expect(rowsOf(county("linxian"), "owed")).toHaveLength(1);
    expect(rowsOf(county("fenyang"), "owed")).toEqual([]);
  });

  it("have none before, and none where they are confidential", () => {
    const records = [item({ due: "2026-11-02" }), item({ due: null }), item({ confidential: true })];
    expect(rowsOf(city({ records }).rows, "owed")).toEqual([]);
  });
});
