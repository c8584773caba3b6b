import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import {
  type QuarterRecord,
  type Stage,
  type Timetable,
  timetable,
  UNOPENED,
} from "../../../src/domain/quarter/timetable.ts";
import { towns } from "../programmes.ts";

// 2026Q3 in each of its stages, and a quarter whose calendar is unknown.

const OPEN: QuarterRecord = { ...UNOPENED, status: "open" };
const ANNOUNCED: QuarterRecord = {
  status: "closed",
  provisionalAt: shanghaiTime("2026-11-02", "10:00"),
  objectionsUntil: shanghaiTime("2026-11-04", "18:00"),
};

const STOOD: Record<Stage, [QuarterRecord, day: string]> = {
  opening: [UNOPENED, "2026-10-08"],
  open: [OPEN, "2026-10-12"],
  late: [OPEN, "2026-10-20"],
  locked: [OPEN, "2026-10-30"],
  provisional: [ANNOUNCED, "2026-11-03"],
  objections: [ANNOUNCED, "2026-11-05"],
  published: [{ ...ANNOUNCED, status: "published" }, "2026-11-06"],
};

type Days = Pick<Programme, "deadline">;

/** Property tests ask for the same quarter thousands of times. */
const known = new WeakMap<Days, Map<Stage, Timetable>>();

/** 2026Q3 in this stage, with the days of the pack. */
export function quarterIn(stage: Stage, programme: Days = towns): Timetable {
  const stages = known.get(programme) ?? new Map<Stage, Timetable>();
  known.set(programme, stages);
  const [record, day] = STOOD[stage];
  const quarter = stages.get(stage) ?? timetable("2026Q3", programme, record, shanghaiTime(day, "10:00"));
  stages.set(stage, quarter);
  return quarter;
}

/** 2026Q4, opened, while the holidays of 2027 are unknown. */
export const undated: Timetable = timetable("2026Q4", towns, OPEN, shanghaiTime("2027-01-14", "10:00"));
