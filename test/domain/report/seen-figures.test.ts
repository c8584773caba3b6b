import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Person } from "../../../src/domain/programme/people.ts";
import { boxText } from "../../../src/domain/report/box-text.ts";
import { CUMULATIVE, QUARTER, sectionCells } from "../../../src/domain/report/cells.ts";
import { sectionState, unsettledSums } from "../../../src/domain/report/completeness.ts";
import { INVESTMENT } from "../../../src/domain/report/content.ts";
import { askedCells, decide } from "../../../src/domain/report/decide.ts";
import { givenValue, type RawInputs } from "../../../src/domain/report/inputs.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import { SUM_WAYS, type SumWay, sumBy } from "../../../src/domain/report/sums.ts";
import {
  basis,
  deputy,
  filled,
  NOW,
  official,
  opened,
  outcome,
  returnCells,
  reviewer,
  situation,
  submit,
  submitted,
} from "./given.ts";

// A figure never changes unseen. Two officials open forms, type, reply, confirm and choose the right sum,
// from cards of any age, while the county returns cells. A ledger, built from the presses alone, records what
// each person last saw and confirmed. The stored figures must equal it, and a sum that was not given must
// follow from what it depends on.

const BEFORE = 180;
const SOURCES = ["collective", "pairing", "donation"].map((id) => `${INVESTMENT}/source.${id}`);
const MONEY = [CUMULATIVE, QUARTER, ...SOURCES];
const ACTUAL = "image/project.lane.actual";
const AMOUNTS = ["", "60", "100", "120", "140", "180", "240", "300", "300.5", "多少"];

type Act =
  | { act: "open"; who: 0 | 1 }
  | { act: "press"; who: 0 | 1; typing: RawInputs }
  | { act: "settle"; who: 0 | 1; way: SumWay; typing: RawInputs }
  | { act: "read"; who: 0 | 1; said: RawInputs }
  | { act: "submit"; who: 0 | 1 }
  | { act: "return"; cells: string[] };

const who = fc.constantFrom<0 | 1>(0, 1);
const typing = fc.dictionary(fc.constantFrom(...MONEY), fc.constantFrom(...AMOUNTS), { maxKeys: 3 });
const said = fc.dictionary(
  fc.constantFrom(...MONEY, ACTUAL),
  fc.constantFrom(...AMOUNTS.filter((text) => text !== "" && text !== "多少")),
  { minKeys: 1, maxKeys: 3 },
);
const acts = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ act: fc.constant("open" as const), who }) },
    { weight: 5, arbitrary: fc.record({ act: fc.constant("press" as const), who, typing }) },
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constant("settle" as const),
        who,
        way: fc.constantFrom(...SUM_WAYS),
        typing: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, typing),
      }),
    },
    { weight: 2, arbitrary: fc.record({ act: fc.constant("read" as const), who, said }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant("submit" as const), who }) },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constant("return" as const),
        cells: fc.subarray([CUMULATIVE, ...SOURCES, ACTUAL], { minLength: 1 }),
      }),
    },
  ),
  { minLength: 2, maxLength: 7, size: "max" },
);

/** A card held by a person: the report it was drawn from, and the contents of its inputs. */
type Held = { drawn: Report; section: string; boxes: RawInputs };

function formOf(report: Report): Held {
  const section = report.status === "returned" ? "returned" : INVESTMENT;
  const cells = askedCells(report, INVESTMENT, basis).filter(
    ({ kind }) => kind !== "words" && kind !== "item",
  );
  const boxes = cells
    .filter(({ known }) => !known)
    .map((cell): [string, string] => [cell.key, boxText(cell, report.saved)]);
  return { drawn: report, section, boxes: Object.fromEntries(boxes) };
}

/** The given figures as stored. */
function stored(report: Report): Record<string, number> {
  const cells = [INVESTMENT, "image"].flatMap((section) => sectionCells(section, report.content, basis));
  return Object.fromEntries(
    cells.flatMap((cell): Array<[string, number]> => {
      const value = givenValue(cell);
      return typeof value === "number" && (MONEY.includes(cell.key) || cell.key === ACTUAL)
        ? [[cell.key, value]]
        : [];
    }),
  );
}

/** The ledger after a form was accepted: every input on it was seen. An empty one is no longer given. */
function confirmed(ledger: Record<string, number>, boxes: RawInputs): Record<string, number> {
  const next = { ...ledger };
  for (const [key, text] of Object.entries(boxes))
    if (text === "") delete next[key];
    else next[key] = Number(text.replaceAll(",", "").replace("%", ""));
  return next;
}

/** The ledger after a person chose the right sum: the others follow it where possible. */
function called(ledger: Record<string, number>, way: SumWay, amount: number): Record<string, number> {
  const { [CUMULATIVE]: _, [QUARTER]: quarter, ...rest } = ledger;
  const kept = quarter !== undefined && BEFORE + quarter === amount ? { ...rest, [QUARTER]: quarter } : rest;
  return way === "cumulative" ? { ...kept, [CUMULATIVE]: amount } : kept;
}

type World = { report: Report; ledger: Record<string, number>; held: [Held, Held]; reached: Set<string> };
const people: [Person, Person] = [official, deputy];

function pressed(world: World, who: 0 | 1, held: Held, way?: SumWay): void {
  const { report } = world;
  const { drawn, section, boxes: raw } = held;
  const at = situation(people[who], { now: NOW, ...(drawn.revision < report.revision ? { drawn } : {}) });
  const form = { raw, section, baseRevision: drawn.revision };
  const amount = way ? (sumBy(drawn.content.investment, way, BEFORE) ?? Number.NaN) : 0;
  const decision = way
    ? decide({ kind: "settle", ...form, right: way, amount }, report, at)
    : decide({ kind: "save", ...form }, report, at);
  world.reached.add(`${way ? "settle" : section === "reply" ? "reply" : "save"} ${outcome(decision)}`);
  if (decision.ok && !decision.repeated) {
    world.report = decision.report;
    const seen = confirmed(world.ledger, raw);
    // A person who changes a figure in the same press has not confirmed the sum on the button.
    const untouched = isDeepStrictEqual(seen, world.ledger);
    world.ledger = seen;
    if (way && untouched && Number.isFinite(amount)) world.ledger = called(world.ledger, way, amount);
  } else if (!decision.ok && decision.keep) world.report = decision.keep;
  // The answer is the card in the current state, with rejected input still in place.
  const fresh = formOf(world.report);
  const left = world.report.pending.find((p) => p.by === people[who].openId && p.section === fresh.section);
  const boxes = Object.fromEntries(
    Object.entries(fresh.boxes).map(([key, text]) => [key, left?.raw[key] ?? text]),
  );
  world.held[who] = { ...fresh, boxes };
}

function step(world: World, act: Act): void {
  if (act.act === "return") {
    const decision = decide(returnCells(world.report, act.cells), world.report, situation(reviewer));
    world.reached.add(`return ${outcome(decision)}`);
    if (decision.ok) world.report = decision.report;
    return;
  }
  if (act.act === "open") {
    world.held[act.who] = formOf(world.report);
    return;
  }
  if (act.act === "submit") {
    const decision = decide(submit, world.report, situation(people[act.who]));
    if (decision.ok) world.report = decision.report;
    return;
  }
  if (act.act === "read") {
    // The confirmation card contains what may be written now: in a returned report the returned cells.
    const { status, returned } = world.report;
    const shown = Object.entries(act.said).filter(
      ([key]) => status !== "returned" || returned?.cells.includes(key),
    );
    if (shown.length === 0) return;
    pressed(world, act.who, { drawn: world.report, section: "reply", boxes: Object.fromEntries(shown) });
    return;
  }
  const held = world.held[act.who];
  const typed = Object.entries(act.typing).filter(([key]) => key in held.boxes);
  const boxes = { ...held.boxes, ...Object.fromEntries(typed) };
  pressed(world, act.who, { ...held, boxes }, act.act === "settle" ? act.way : undefined);
}

function holds({ report, ledger }: World): void {
  // Comparing first makes ten thousand runs fast enough.
  if (!isDeepStrictEqual(stored(report), ledger)) expect(stored(report)).toEqual(ledger);
  const { cumulative, derived, quarter } = report.content.investment;
  const given = SOURCES.flatMap((key) => ledger[key] ?? []);
  const total = given.length > 0 ? given.reduce((a, b) => a + b, 0) : null;
  const follows = quarter !== undefined ? BEFORE + quarter : total;
  const followed = derived === "sources" ? total : follows;
  if (ledger[CUMULATIVE] === undefined && cumulative !== followed) expect(cumulative).toBe(followed);
  const sums = [ledger[CUMULATIVE], quarter === undefined ? undefined : BEFORE + quarter, total ?? 0].filter(
    (sum) => sum !== undefined,
  );
  const agree = cumulative === null || sums.every((sum) => Math.abs(sum - cumulative) < 0.005);
  if (report.saved[INVESTMENT] && (unsettledSums(report, basis) === null) !== agree)
    expect([sums, cumulative, "agree", agree]).toEqual(unsettledSums(report, basis));
  if (!agree && sectionState(report, basis, INVESTMENT) === "done") expect(sums).toEqual("not done");
}

test("the stored figures are the last ones a person saw and confirmed, over 10,000 sequences", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(opened(), filled(), submitted()), acts, (report, run) => {
      const world: World = {
        report,
        ledger: stored(report),
        held: [formOf(report), formOf(report)],
        reached,
      };
      for (const act of run) {
        step(world, act);
        holds(world);
      }
    }),
    { numRuns: 10_000, seed: 20261129 },
  );
  for (const kind of [
    "save done",
    "save conflict",
    "save problems",
    "settle done",
    "reply done",
    "return done",
  ])
    expect([...reached]).toContain(kind);
}, 240_000);
