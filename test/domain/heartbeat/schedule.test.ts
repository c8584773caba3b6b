import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../src/domain/calendar/period.ts";
import { addDays, daysBetween } from "../../../src/domain/calendar/shanghai-time.ts";
import { digests } from "../../../src/domain/heartbeat/digest-days.ts";
import { dueRuns, nextRunAfter } from "../../../src/domain/heartbeat/due-runs.ts";
import { type Run, runKey, type ScheduleFacts } from "../../../src/domain/heartbeat/run.ts";
import { towns as luliang } from "../programmes.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);
const wall = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16);
const period = (text: string) => {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const NOTHING: ScheduleFacts = {
  ...{ programme: luliang, quarters: [], published: [] },
  planned: new Set([2025, 2026]),
};
const SINCE = at("2026-01-01T00:00");

/** Runs due in a time span, as `when job period`, without the daily and hourly jobs. */
function fallDue(from: string, to: string, facts: ScheduleFacts = NOTHING): string[] {
  const done = new Set<string>();
  const said: string[] = [];
  for (let now: number | null = at(from); now !== null; now = nextRunAfter(now, at(to), facts)) {
    for (const run of dueRuns(now, done, at(from), facts).due) {
      for (const key of keysOf([run])) done.add(key);
      if (run.job !== "self_check" && run.job !== "chase") said.push(`${wall(run.at)} ${runKey(run)}`);
    }
  }
  return said;
}
const digestsDue = (...when: Parameters<typeof fallDue>) =>
  fallDue(...when).filter((run) => run.includes("digest"));
const daysFrom = (first: string, n: number) => Array.from({ length: n }, (_, i) => addDays(first, i));
/** The keys that performing these runs records, those of the runs they stand for included. */
const keysOf = (runs: Run[]) => runs.flatMap((run) => [run, ...(run.instead ?? [])]).map(runKey);
/** The third quarter, published at this moment. */
const publishedOn = (moment: string): ScheduleFacts => ({
  ...NOTHING,
  quarters: [{ period: period("2026Q3"), status: "published" }],
  published: [{ period: period("2026Q3"), at: at(moment) }],
});
const named = (runs: Run[], job: string) => runs.filter((run) => run.job === job).map(({ period }) => period);

describe("the quarter", () => {
  test.each([
    ["2025Q4", "2026-01-04T09:00"],
    ["2026Q1", "2026-04-01T09:00"],
    ["2026Q2", "2026-07-01T09:00"],
    // National Day is from 1 to 7 October.
    ["2026Q3", "2026-10-08T09:00"],
  ])("%s opens at nine on the first working day after its end: %s", (quarter, when) => {
    const day = when.slice(0, 10);
    expect(fallDue(`${day}T00:00`, `${day}T23:00`)).toContain(`${when} quarter_open ${quarter}`);
  });
  test("opens in a year without a calendar on the first day that is certainly no holiday", () => {
    const runs = fallDue("2027-01-01T00:00", "2027-01-04T12:00");
    expect(runs).toContain("2027-01-04T09:00 quarter_open 2026Q4");
  });
  test("of the year before a programme that began in January is not opened, unless that year has a plan", () => {
    const began = { ...NOTHING, planned: new Set([2026]) };
    const runs = (facts: ScheduleFacts, job: string) =>
      fallDue("2026-01-03T00:00", "2026-04-02T00:00", facts).filter((run) => run.includes(job));
    const openings = (facts: ScheduleFacts) => runs(facts, "quarter_open");
    expect(runs(began, "digest_monthly 2025-12")).toEqual([]);
    expect(runs(NOTHING, "digest_monthly 2025-12")).toHaveLength(1);
    expect(openings(began)).toEqual(["2026-04-01T09:00 quarter_open 2026Q1"]);
    expect(openings(NOTHING)).toContain("2026-01-04T09:00 quarter_open 2025Q4");
  });
  test("that somebody has opened by hand is left alone", () => {
    const facts = { ...NOTHING, quarters: [{ period: period("2026Q3"), status: "open" as const }] };
    const { due } = dueRuns(at("2026-10-08T09:00"), new Set(), SINCE, facts);
    expect(named(due, "quarter_open")).toEqual([]);
  });
  test("is opened as long as it can be reported, however late the bot comes", () => {
    const { due } = dueRuns(at("2026-10-29T17:59"), new Set(), SINCE, NOTHING);
    expect(named(due, "quarter_open")).toEqual(["2026Q3"]);
    expect(named(dueRuns(at("2026-10-29T18:00"), new Set(), SINCE, NOTHING).missed, "quarter_open")).toEqual([
      "2026Q3",
    ]);
  });
  test("locks on the working day after its lock day, if it is still open", () => {
    const q3 = period("2026Q3");
    const open = { ...NOTHING, quarters: [{ period: q3, status: "open" as const }] };
    expect(fallDue("2026-10-28T00:00", "2026-11-01T00:00", open)).toEqual([
      "2026-10-30T09:00 quarter_close 2026Q3",
    ]);
    const closed = { ...NOTHING, quarters: [{ period: q3, status: "closed" as const }] };
    expect(fallDue("2026-10-28T00:00", "2026-11-01T00:00", closed)).toEqual([]);
  });
});

describe("digests", () => {
  test("come on Monday at ten past nine", () => {
    expect(fallDue("2026-11-09T00:00", "2026-11-15T23:00")).toEqual([
      "2026-11-09T09:10 digest_weekly 2026-W46",
    ]);
  });
  test("come on the next working day when Monday is a holiday", () => {
    // Qingming: Monday 6 April 2026 is off.
    expect(fallDue("2026-04-06T00:00", "2026-04-12T00:00")).toEqual([
      "2026-04-07T09:10 digest_weekly 2026-W15",
    ]);
  });
  test("a week that is all holiday is told with the next one, not twice on one day", () => {
    // Spring Festival is from 15 to 23 February 2026.
    expect(fallDue("2026-02-15T00:00", "2026-02-28T00:00")).toEqual([
      "2026-02-24T09:10 digest_weekly 2026-W09",
    ]);
  });
  test("of a month comes on the next month's first working day and stands for a week's within three days", () => {
    expect(fallDue("2026-11-01T00:00", "2026-11-10T00:00")).toEqual([
      "2026-11-02T09:10 digest_monthly 2026-10",
      "2026-11-02T09:30 not_understood 2026-10",
      "2026-11-09T09:10 digest_weekly 2026-W46",
    ]);
    // Tuesday, 1 December: the Monday before has none.
    expect(digestsDue("2026-11-28T00:00", "2026-12-08T00:00")).toEqual([
      "2026-12-01T09:10 digest_monthly 2026-11",
      "2026-12-07T09:10 digest_weekly 2026-W50",
    ]);
  });
  test("of a quarter comes the working day after its ranking was published and stands for a week's", () => {
    expect(fallDue("2026-11-07T00:00", "2026-11-10T00:00", publishedOn("2026-11-06T15:00"))).toEqual([
      "2026-11-09T09:10 digest_quarterly 2026Q3",
    ]);
    expect(digestsDue("2026-11-07T00:00", "2026-11-24T00:00", publishedOn("2026-11-12T15:00"))).toEqual([
      "2026-11-09T09:10 digest_weekly 2026-W46",
      "2026-11-13T09:10 digest_quarterly 2026Q3",
      "2026-11-23T09:10 digest_weekly 2026-W48",
    ]);
  });
  test("of a month waits three days for a ranking that is still to come, and gives way to the quarter's", () => {
    const closed = { ...NOTHING, quarters: [{ period: period("2026Q3"), status: "closed" as const }] };
    expect(digestsDue("2026-11-01T00:00", "2026-11-06T00:00", closed)).toEqual([
      "2026-11-05T09:10 digest_monthly 2026-10",
    ]);
    const published = publishedOn("2026-11-04T10:00");
    expect(digestsDue("2026-11-01T00:00", "2026-11-09T23:00", published)).toEqual([
      "2026-11-05T09:10 digest_quarterly 2026Q3",
      "2026-11-09T09:10 digest_weekly 2026-W46",
    ]);
    // What was neither sent nor due in between is no run that was skipped.
    const { due, missed } = dueRuns(at("2026-11-06T12:00"), new Set(), at("2026-11-01T00:00"), published);
    expect(named(due, "digest_quarterly")).toEqual(["2026Q3"]);
    expect([...due.flatMap(({ instead = [] }) => instead), ...missed].map(({ job }) => job)).not.toContain(
      "digest_monthly",
    );
  });
  test("the turn of the year: a week belongs to the year of its Thursday, a month to its own", () => {
    expect(fallDue("2025-12-29T00:00", "2026-01-14T00:00", NOTHING)).toEqual(
      expect.arrayContaining([
        "2025-12-29T09:10 digest_weekly 2026-W01",
        "2026-01-04T09:10 digest_monthly 2025-12",
        "2026-01-12T09:10 digest_weekly 2026-W03",
      ]),
    );
  });
  test("whenever a ranking is published: no two digests of the year within three days, but of a month just sent", () => {
    const hour = fc.integer({ min: 0, max: 24 * 120 }).map((n) => at("2026-09-20T00:00") + n * 3_600_000);
    fc.assert(
      fc.property(hour, (published) => {
        const facts = publishedOn(new Date(published + 8 * 3_600_000).toISOString().slice(0, 16));
        const days = daysFrom("2026-09-15", 105).filter((day) => digests(day, facts).length > 0);
        for (const [n, day] of days.entries())
          if (n > 0) expect(daysBetween(days[n - 1] ?? day, day)).toBeGreaterThan(3);
      }),
      { numRuns: 60 },
    );
  });
});

describe("digests that an outage or a jump of the clock skipped", () => {
  const digestsAt = (now: string, facts = NOTHING) =>
    dueRuns(at(now), new Set(), at("2026-08-31T00:00"), facts).due.filter(({ job }) =>
      job.startsWith("digest"),
    );
  test("become one: the longest, standing for all others", () => {
    // Eleven weeks later, over National Day.
    const [one, ...more] = digestsAt("2026-10-15T10:00");
    expect([one?.job, one?.period, more]).toEqual(["digest_monthly", "2026-09", []]);
    expect((one?.instead ?? []).map(runKey).sort()).toEqual([
      "digest_monthly 2026-08",
      "digest_weekly 2026-W37",
      "digest_weekly 2026-W38",
      "digest_weekly 2026-W39",
      "digest_weekly 2026-W40",
      "digest_weekly 2026-W42",
    ]);
  });
  test("wait for the next when it comes within three days", () => {
    expect(digestsAt("2026-11-06T10:00")).toEqual([]);
    expect(digestsAt("2026-11-09T09:10").map(({ job }) => job)).toEqual(["digest_monthly"]);
  });
  test("are none once they are covered, and are not called missed", () => {
    const run = dueRuns(at("2026-10-15T10:00"), new Set(), at("2026-08-31T00:00"), NOTHING);
    const done = new Set(keysOf(run.due));
    const again = dueRuns(at("2026-10-15T10:01"), done, at("2026-08-31T00:00"), NOTHING);
    expect(again.due).toEqual([]);
    expect(run.missed.filter(({ job }) => job.startsWith("digest"))).toEqual([]);
  });
  test("whenever it beats again, at most one is due", () => {
    const hour = fc.integer({ min: 0, max: 24 * 80 }).map((n) => at("2026-09-01T00:00") + n * 3_600_000);
    fc.assert(
      fc.property(fc.array(hour, { maxLength: 8 }), (beats) => {
        const done = new Set<string>();
        for (const now of [...beats].sort((a, b) => a - b)) {
          const { due } = dueRuns(now, done, at("2026-08-31T00:00"), NOTHING);
          expect(due.filter(({ job }) => job.startsWith("digest")).length).toBeLessThanOrEqual(1);
          for (const key of keysOf(due)) {
            expect(done).not.toContain(key);
            done.add(key);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the daily round", () => {
  const rounds = (day: string) => named(dueRuns(at(`${day}T12:00`), new Set(), SINCE, NOTHING).due, "chase");
  test("is made on a Saturday that is a working day, and not on a Monday that is a holiday", () => {
    expect(rounds("2026-10-10")).toEqual(["2026-10-10"]);
    expect(rounds("2026-10-05")).toEqual([]);
    expect(rounds("2026-11-14")).toEqual([]);
  });
  test("that was not made by six is missed, and the next day's is another", () => {
    const { due, missed } = dueRuns(at("2026-11-10T09:30"), new Set(), at("2026-11-09T00:00"), NOTHING);
    expect(named(missed, "chase")).toEqual(["2026-11-09"]);
    expect(named(due, "chase")).toEqual(["2026-11-10"]);
  });
});

describe("a year without a calendar", () => {
  test("is spoken of every week from the middle of November on, and while it lasts", () => {
    const warned = fallDue("2026-11-01T00:00", "2027-01-12T00:00").filter((one) => one.includes("calendar"));
    expect(warned.map((one) => one.slice(0, 10))).toEqual([
      "2026-11-16",
      "2026-11-23",
      "2026-11-30",
      "2026-12-07",
      "2026-12-14",
      "2026-12-21",
      "2026-12-28",
      "2027-01-04",
      "2027-01-11",
    ]);
  });
});

describe("once", () => {
  const now = at("2026-11-02T10:00");
  test("what was done is not due again, though the clock is set back a day", () => {
    const done = new Set(keysOf(dueRuns(now, new Set(), SINCE, NOTHING).due));
    expect(dueRuns(now, done, SINCE, NOTHING).due).toEqual([]);
    const before = dueRuns(now - 86_400_000, done, at("2026-11-01T00:00"), NOTHING).due;
    expect(before.filter((run) => done.has(runKey(run)))).toEqual([]);
  });
  test("nothing from before the first beat is made up for or called missed", () => {
    const { due, missed } = dueRuns(now, new Set(), now, NOTHING);
    expect([due.map(({ job }) => job), missed]).toEqual([["self_check"], []]);
  });
  test("a missed run is called so once: recorded, it is out of sight", () => {
    const { missed } = dueRuns(now, new Set(), SINCE, NOTHING);
    expect(missed.length).toBeGreaterThan(0);
    const again = dueRuns(now, new Set(missed.map(runKey)), SINCE, NOTHING);
    expect(again.missed).toEqual([]);
  });
});
