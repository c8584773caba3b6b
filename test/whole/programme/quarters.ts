import { findReport } from "../../../db/reports.ts";
import { changeReport } from "../../../src/bot/report/change-report.ts";
import { loadBasis } from "../../../src/bot/report/load-report-contexts.ts";
import type { TownFigures } from "../../../src/cli/demo/demo-file.ts";
import { figureInputs } from "../../../src/cli/demo/figure-inputs.ts";
import { fourthQuarter } from "../../../src/cli/demo/script/fourth-quarter.ts";
import { type PeriodId, parsePeriod } from "../../../src/domain/calendar/period.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import type { Command } from "../../../src/domain/report/command.ts";
import { IMAGE, INVESTMENT } from "../../../src/domain/report/content.ts";
import { fillIn } from "./by-hand.ts";
import { later, type Programme, projectId, YEARS } from "./start-programme.ts";

// The quarters of a year. Reports are filled in and approved through the use cases, as the demo's are; the office's own
// steps and the towns' objections are presses.

/** `day`: the quarter's opening; `objects`: the town that objects to its points, if any. */
export type Quarter = {
  period: PeriodId;
  day: string;
  objects?: string;
  /** What the office does before the towns report, and before the points are provisional. */
  before?: (day: string) => Promise<void>;
  between?: () => Promise<void>;
};

export function quartersOf(year: number): Quarter[] {
  return [
    { period: read(`${year}Q1`), day: `${year}-04-01` },
    { period: read(`${year}Q2`), day: `${year}-07-01` },
    { period: read(`${year}Q3`), day: `${year}-10-08` },
    { period: read(`${year}Q4`), day: `${year + 1}-01-02` },
  ];
}

function read(text: string): PeriodId {
  const period = parsePeriod(text);
  if (!period) throw new Error(`no quarter ${text}`);
  return period;
}

/** From the opening, which comes by itself, to the published ranking. */
export async function playQuarter(played: Programme, quarter: Quarter): Promise<void> {
  const { period, day, objects, before, between } = quarter;
  const { goTo, towns, desk, who } = played;
  const opened = await goTo(day, "09:30");
  const due = await goTo(later(opened, 2));
  await before?.(due);
  for (const { slug } of towns) await report(played, period, slug);
  await goTo(later(due, 2));
  for (const { slug } of towns) await approve(played, period, slug);
  const office = who("city_office");
  await goTo(later(due, 3));
  await between?.();
  await desk.press(office, await desk.ask(office, "谁还没报"), `quarter__provisional__${period}`);
  if (objects !== undefined) await object(played, objects);
  // The window for objections is two working days.
  await goTo(later(due, 6));
  await desk.press(office, await desk.ask(office, "谁还没报"), `quarter__publish__${period}`);
}

/** A town objects to one of its points, and the office answers on the next day. */
async function object({ desk, goTo, who, official, world }: Programme, town: string): Promise<void> {
  const card = await desk.begin(
    official(town),
    { on: "暂定得分", procedure: "objection", step: "raise" },
    { indicator: "other", text: "停车场的进度请按监理月报核对。" },
  );
  await goTo(later(shanghaiDay(world.clock.now()), 1));
  await desk.take(who("city_office"), card.id, "reject", { answer: "已与监理月报核对，得分不变。" });
}

async function report(played: Programme, period: PeriodId, town: string): Promise<void> {
  const { deps } = played.world;
  const raw = figureInputs(figuresOf(played, period, town), await loadBasis(deps, period, town));
  const official = played.official(town);
  // In the first year one town fills in its cards, so that its taps are counted; else it is the use cases, which is faster.
  if (town === played.towns[0]?.slug && period.startsWith(String(YEARS[0])))
    return fillIn(played, official, raw, Number(period.replace("Q", "")));
  await act(played, period, town, official, { kind: "save", raw, section: INVESTMENT, baseRevision: 1 });
  await act(played, period, town, official, {
    kind: "submit",
    photos: { [IMAGE]: 1 },
    withoutPhotos: true,
  });
}

async function approve(played: Programme, period: PeriodId, town: string): Promise<void> {
  const found = await findReport(played.world.deps.db, period, town);
  const baseRevision = found?.submittedRevision ?? 0;
  await act(played, period, town, played.reviewer(town), { kind: "approve", baseRevision });
}

async function act(
  { world }: Programme,
  period: PeriodId,
  town: string,
  actor: Person,
  command: Command,
): Promise<void> {
  const changed = await changeReport(world.deps, period, town, [command], { actor, inbox: [] });
  if (changed.kind !== "done")
    throw new Error(`${command.kind} of ${town} in ${period}: ${JSON.stringify(changed).slice(0, 400)}`);
  await world.settle();
}

/** The demo's figures of the same quarter, of the projects of this year. */
function figuresOf({ demo }: Programme, period: PeriodId, town: string): TownFigures {
  const [year = "", quarter = ""] = period.split("Q");
  const known = ["1", "2", "3"].flatMap((one) =>
    one <= quarter ? [demo.figures[`2026Q${one}`]?.[town]] : [],
  );
  // A town the demo has nothing of in this quarter has done nothing since.
  const figures = quarter === "4" ? fourthQuarter(demo)[town] : known.findLast((one) => one !== undefined);
  if (!figures) throw new Error(`the demo has no figures of ${town} in a quarter ${quarter}`);
  const nth = YEARS.findIndex((one) => String(one) === year);
  const actual = Object.entries(figures.actual).map(([id, percent]) => [projectId(id, nth), percent]);
  return { ...figures, actual: Object.fromEntries(actual) };
}
