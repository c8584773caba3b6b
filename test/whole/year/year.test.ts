import { spawn } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type PeriodId, parsePeriod, periodDays } from "../../../src/domain/calendar/period.ts";
import { quietUntil } from "../../../src/domain/calendar/quiet-hours.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { addWorkingDays } from "../../../src/domain/calendar/working-days.ts";
import { dueDate } from "../../../src/domain/quarter/dates.ts";
import { towns } from "../../domain/programmes.ts";
import { THIRD_QUARTER } from "./third-quarter.ts";

// The year runs in a separate process, so that its time and memory are measured separately.

/** One message a person or group got: see messages.ts. */
const messageSchema = z.object({
  at: z.number(),
  when: z.string(),
  to: z.string(),
  role: z.string(),
  area: z.string(),
  openId: z.string(),
  why: z.string(),
  quiet: z.boolean(),
});

const resultSchema = z.object({
  status: z.string(),
  failure: z.string(),
  steps: z.number(),
  seconds: z.number(),
  cpu_seconds: z.number(),
  peak_mb: z.number(),
  published: z.array(z.object({ period: z.string(), rows: z.number() })),
  audit: z.boolean(),
  account: z.object({
    rows: z.record(z.string(), z.number()),
    fromBot: z.number(),
    fromPeople: z.number(),
    exchanges: z.number(),
    withDate: z.number(),
    withoutDate: z.number(),
    gaps: z.array(z.string()),
  }),
  untrue: z.array(z.string()),
  looks: z.number(),
  messages: z.array(messageSchema),
  submitted: z.array(z.object({ period: z.string(), town: z.string(), at: z.number() })),
});
type Result = z.infer<typeof resultSchema>;

// Without bounds V8 takes what the machine has, however little is alive.
const HEAP = ["--max-old-space-size=224", "--max-semi-space-size=4"];
const PLAY = [...HEAP, "--import", "tsx", "test/whole/year/play-year.ts"];

let year: Result;
beforeAll(async () => {
  year = await played();
  console.log(
    `year: ${year.steps} steps, ${year.seconds} s, ${year.cpu_seconds} s of CPU, ${year.peak_mb} MB at most`,
  );
  // Two minutes of CPU time, most of it for checking cards; much longer where other programs share the
  // machine.
}, 1_200_000);

async function played(): Promise<Result> {
  const child = spawn(process.execPath, PLAY, { stdio: ["ignore", "pipe", "pipe"] });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (part) => {
    out += part;
  });
  child.stderr.on("data", (part) => {
    errors += part;
  });
  await new Promise((resolve) => child.on("close", resolve));
  const line = out.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) throw new Error(`the year printed no result: ${errors.slice(-2_000)}`);
  return resultSchema.parse(JSON.parse(line));
}

it("shows nothing on any card that is not so, at any step of the year", () => {
  expect(year.untrue).toEqual([]);
  expect(year.looks).toBeGreaterThan(5_000);
});

describe("a year of thirteen towns and sixty people, played by script", () => {
  it("goes through: four quarters opened, reported, reviewed and published, every town in each", () => {
    expect(year.failure).toBe("");
    expect(year).toMatchObject({ status: "done", audit: true });
    expect(year.published).toEqual(
      ["2026Q1", "2026Q2", "2026Q3", "2026Q4"].map((period) => ({ period, rows: 13 })),
    );
  });

  // Its duration is printed above but not tested, since it depends on what else runs on the machine.
  it("stays under 400 MB", () => {
    expect(year.peak_mb).toBeLessThan(400);
  });

  it("has every message accounted for: outbox, chats and inspector say the same, and nothing is left over", () => {
    expect(year.account.gaps).toEqual([]);
    const { rows, fromBot } = year.account;
    expect((rows["send sent"] ?? 0) + (rows["reply sent"] ?? 0)).toBe(fromBot);
    expect(Object.keys(rows).filter((kind) => !/ (sent|superseded)$/.test(kind))).toEqual([]);
  });

  it("names no due date for the fourth quarter, whose holidays are not known yet, and says why", () => {
    expect(year.account.withoutDate).toBeGreaterThanOrEqual(13);
    expect(year.account.withDate).toBe(0);
  });

  it("writes to nobody outside working hours unasked", () => {
    const unasked = year.messages.filter(({ quiet }) => quiet);
    expect(unasked.length).toBeGreaterThan(300);
    expect(unasked.filter(({ at }) => quietUntil(at) !== at)).toEqual([]);
  });

  it("writes twice a quarter at most to a town that reports before it is reminded: once it is asked, and its points", () => {
    const punctual = year.submitted.filter(isPunctual);
    expect(punctual.length).toBeGreaterThan(30);
    for (const { period, town, at } of punctual) {
      const last = Date.parse(`${periodDays(readPeriod(period)).last}T12:00:00+08:00`);
      const got = year.messages.filter(
        (one) => one.quiet && one.role === "town_official" && one.area === town && within(one.at, last),
      );
      expect(got.filter(({ why, at: said }) => why.startsWith("chase") && said > at)).toEqual([]);
      // A report returned by the county is announced each time.
      const unasked = got.filter(({ why }) => !why.startsWith("returned"));
      expect([period, town, unasked.length <= 2]).toEqual([period, town, true]);
    }
  });

  it("says of the third quarter what it should by hand: a card, reminders, the ladder, the lock, points, digests", () => {
    const unasked = year.messages.filter(
      ({ when, quiet }) => quiet && when >= "2026-10" && when < "2026-11-06",
    );
    const said = counted(unasked.map(({ when, why }) => `${when.slice(5)} ${why.split(" ")[0]}`));
    expect(said.map(([what, n]) => `${what} ${n}`)).toEqual(THIRD_QUARTER);
  });
});

type Submitted = Result["submitted"][number];

function readPeriod(text: string): PeriodId {
  const period = parsePeriod(text);
  if (!period) throw new Error(`no quarter ${text}`);
  return period;
}

/** Submitted before the reminder two working days ahead; without a known due day there are no reminders. */
function isPunctual({ period, at }: Submitted): boolean {
  const due = dueDate(readPeriod(period), towns);
  if (!due.known) return true;
  const second = addWorkingDays(due.due, -2);
  return second.known && shanghaiDay(at) < second.day;
}

/** From noon of a quarter's last day, the two months in which it is reported, ranked and announced. */
function within(at: number, last: number): boolean {
  return at > last && at < last + 60 * 86_400_000;
}

/** How often each text occurs, sorted by text. */
function counted(texts: string[]): Array<[string, number]> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}
