import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { WHY_DAY_OFF } from "../procedure/day-off.ts";
import { type At, type Post, procedure, type Refusal, step } from "../procedure/definition.ts";
import { type Asks, type Choice, figuresSchema } from "../procedure/field.ts";
import { placeChoice } from "../procedure/place-choice.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { type Person, townsOf } from "../programme/people.ts";
import type { Area, Programme } from "../programme/programme.ts";
import { dueUnnamed } from "../task/due-in.ts";
import { areaOf, gridOf, keptItems } from "./area-items.ts";
import { ITEM_STATES, itemEntries, sentSchema } from "./entries.ts";
import { type Cell, cellsOf, unmended, VERDICTS } from "./grid.ts";
import { readEntry } from "./read-entry.ts";

// 建设内容台账: one ledger for each town and content area. Its items have a state with papers, its figures a goal, and
// the places of the town a grid of problems with photos. The quarter's report follows it (report/follow-ledgers.ts).

/** Working days to mend a problem for which no day was set. */
const MEND_DAYS = 10;
const MOST = 100_000_000;
const KEEPERS = ["town", "county"] as const satisfies readonly Post[];
const STATES = ["kept", "mending"] as const;

const note = { kind: "words", longest: 200, optional: true } as const;
/** `sent`: what came in reply to the card since the last entry. */
const brought = {
  shown: { kind: "evidence", least: 0 },
  sent: { kind: "given", schema: sentSchema },
} as const satisfies Asks;

function named({ id, name, nameEn }: { id: string; name: string; nameEn: string }): Choice {
  return { id, name, nameEn };
}

/** The choices an area has for a ledger; none without one. */
function inArea(choose: (area: Area) => readonly { id: string; name: string; nameEn: string }[]) {
  return (programme: Programme, record: ProcedureRecord | null): Choice[] => {
    const area = areaOf(programme, record);
    return area ? choose(area).map(named) : [];
  };
}

const figures = {
  kind: "figures",
  of: inArea((area) =>
    area.figures.map(({ unit, ...figure }) => ({
      id: figure.id,
      name: `${figure.name}（${unit.name}）`,
      nameEn: `${figure.nameEn} (${unit.nameEn})`,
    })),
  ),
  least: 0,
  most: MOST,
} as const;

/** Not offered in an area without such lines. */
function onlyWith(lines: (area: Area) => readonly unknown[]) {
  return (record: ProcedureRecord, { programme }: At): string | null => {
    const area = areaOf(programme, record);
    return area && lines(area).length > 0 ? null : "not_here";
  };
}

/** Whether figures are those of the ledger already. */
function isSame(before: unknown, now: Record<string, number>): boolean {
  const known = figuresSchema.safeParse(before).data ?? {};
  return Object.entries(now).every(([id, figure]) => known[id] === figure);
}

type Registered = { item: string[]; state: string; percent: number | null; note: string; sent: unknown[] };

function badEntry(
  record: ProcedureRecord | null,
  { item, state, percent, note: said, sent }: Registered,
  { programme }: At,
): Refusal | string | null {
  const needsPaper = areaOf(programme, record)?.items.some(
    ({ id, is }) => item.includes(id) && (is === "paper" || is === "control"),
  );
  if (percent !== null && percent > 100) return { reason: "out_of_range", field: "percent" };
  if (percent !== null && state !== "going") return { reason: "not_going", field: "percent" };
  if (needsPaper && state === "done" && sent.length === 0) return "no_paper";
  const entries = record ? itemEntries(record) : new Map();
  const same = item.every((id) => {
    const before = entries.get(id);
    return before?.state === state && before.percent === percent && before.note === said;
  });
  return same && sent.length === 0 ? "unchanged" : null;
}

type Seen = {
  place: string;
  problems: string[];
  verdict: string;
  until: string;
  sent: Array<{ photo: boolean }>;
};

function badLook(
  record: ProcedureRecord | null,
  { place, problems, verdict, until, sent }: Seen,
  { now }: At,
): Refusal | string | null {
  if (verdict !== "clear" && !sent.some(({ photo }) => photo)) return "no_photo";
  if (until !== "" && verdict !== "found") return { reason: "not_found", field: "until" };
  if (until !== "" && until < shanghaiDay(now)) return { reason: "date_past", field: "until" };
  const there = new Set(
    unmended(record ? cellsOf(record) : []).flatMap((cell) => (cell.place === place ? cell.problem : [])),
  );
  // What was found there is mended, with a photo, before it is clear.
  if (verdict === "clear" && problems.some((one) => there.has(one))) return "still_there";
  return verdict === "mended" && problems.some((one) => !there.has(one)) ? "nothing_there" : null;
}

/** Whether anything is to be mended once these cells are as they were just seen, and the first day of it. */
function afterLook(
  record: ProcedureRecord | null,
  { place, problems, verdict, until }: Omit<Seen, "sent">,
  at: At,
) {
  const isSeen = (cell: Cell) => cell.place === place && problems.includes(cell.problem);
  const others = unmended(record ? cellsOf(record) : []).filter((cell) => !isSeen(cell));
  const day = until === "" ? dueUnnamed("area_ledger", "mending", MEND_DAYS, at) : until;
  const days = [...others.flatMap((cell) => cell.until ?? []), ...(verdict === "found" ? [day] : [])];
  return {
    until: verdict === "found" ? day : "",
    leads: others.length > 0 || verdict === "found" ? "mending" : "kept",
    mend_by: days.sort()[0] ?? "",
  };
}

export const areaLedger = procedure({
  id: "area_ledger",
  /** `ref` is the area where a button began it. */
  key: ({ town, ref, data }) => `${town} ${ref === "" ? data.area : ref}`,
  sees: ["town", "principal", "county", "county_principal", "office", "leader"],
  reasons: [
    "not_here",
    "not_going",
    "no_paper",
    "unchanged",
    "no_goal",
    "no_photo",
    "not_found",
    "date_past",
    "still_there",
    "nothing_there",
  ],
  states: {
    kept: { colour: "turquoise", ends: true, keepsKey: true },
    mending: { colour: "orange", owes: { post: "town", within: { day: "mend_by", usually: MEND_DAYS } } },
  },
  steps: {
    begin: step({
      from: "start",
      to: "kept",
      who: KEEPERS,
      asks: {
        town: { kind: "choice", of: ownTowns },
        area: { kind: "choice", of: ({ areas }) => areas.map(named) },
      },
      tells: [],
    }),
    register: step({
      from: STATES,
      to: "same",
      who: KEEPERS,
      adds: true,
      bars: onlyWith(keptItems),
      asks: {
        /** Several that stand alike at once. */
        item: { kind: "choice", of: inArea(keptItems), many: true },
        state: { kind: "choice", of: () => ITEM_STATES.map((id) => ({ id })) },
        percent: { kind: "percent", optional: true },
        note,
        ...brought,
      },
      refuses: badEntry,
      tells: [],
    }),
    look: step({
      from: STATES,
      to: { field: "leads" },
      who: KEEPERS,
      adds: true,
      bars: onlyWith((area) => gridOf(area).places),
      asks: {
        place: { kind: "choice", of: inArea((area) => gridOf(area).places) },
        problems: { kind: "choice", of: inArea((area) => gridOf(area).problems), many: true },
        verdict: { kind: "choice", of: () => VERDICTS.map((id) => ({ id })) },
        until: { kind: "day", workingDay: true, optional: true },
        day_off: WHY_DAY_OFF,
        note,
        ...brought,
      },
      refuses: badLook,
      sets: afterLook,
      tells: [],
    }),
    measure: step({
      from: STATES,
      to: "same",
      who: KEEPERS,
      bars: onlyWith(({ figures: all }) => all),
      asks: { values: figures, note, ...brought },
      refuses: (record, { values, sent }) =>
        isSame(record?.data.values, values) && sent.length === 0 ? "unchanged" : null,
      tells: [],
    }),
    aim: step({
      from: STATES,
      to: "same",
      who: ["county"],
      bars: onlyWith(({ figures: all }) => all),
      asks: { goals: figures, basis: { kind: "words", longest: 100 } },
      refuses: (record, { goals }) => (isSame(record?.data.goals, goals) ? "no_goal" : null),
      tells: ["town"],
    }),
  },
  reply: readEntry,
});

function ownTowns(programme: Programme, _: ProcedureRecord | null, actor: Person | null): Choice[] {
  const towns = actor ? townsOf(actor, programme) : programme.towns;
  return towns.map(placeChoice);
}
