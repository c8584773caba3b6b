import { foldName } from "../places/place-index.ts";
import type { Programme } from "../programme/programme.ts";
import { readAmount, readPercent } from "../reading/numbers.ts";
import { LARGEST_AMOUNT } from "../report/hard-checks.ts";
import { DUE_WORDS } from "./columns.ts";
import type { PlanProblemKind } from "./plan-file.ts";

// Single values of a plan, as cells of the workbook or boxes of the form say them.

export type ReadCell<T> = { ok: true; value: T } | { ok: false; kind: PlanProblemKind };

/** Money in 万元; `none` names the problem of an empty cell. */
export function amountIn(text: string, none: PlanProblemKind): ReadCell<number> {
  if (text === "") return { ok: false, kind: none };
  const read = readAmount(text);
  if (!read.ok) return { ok: false, kind: read.reason === "too_large" ? "too_large" : "not_amount" };
  if (read.estimate) return { ok: false, kind: "not_amount" };
  if (read.value < 0) return { ok: false, kind: "negative" };
  return read.value > LARGEST_AMOUNT ? { ok: false, kind: "too_large" } : { ok: true, value: read.value };
}

/** A percentage from 0 to 100. A bare number below 1 is doubtful and refused, as everywhere. */
export function percentIn(text: string, none: PlanProblemKind): ReadCell<number> {
  if (text === "") return { ok: false, kind: none };
  const read = readPercent(text);
  if (!read.ok || read.estimate) return { ok: false, kind: "not_percent" };
  if (read.value < 0) return { ok: false, kind: "negative" };
  return read.value > 100 ? { ok: false, kind: "over_100" } : { ok: true, value: read.value };
}

/** The quarter an item is due from, or `none` for 不适用. */
export function dueIn(text: string): ReadCell<number | "none"> {
  const wanted = foldName(text).replace(/^第/, "");
  if (wanted === "") return { ok: false, kind: "no_due" };
  if (/^(不适用|n\/?a|notapplicable)$/.test(wanted)) return { ok: true, value: "none" };
  const words: readonly string[] = DUE_WORDS;
  const at = words.indexOf(wanted);
  const digit = /^(?:q([1-4])|([1-4])(?:季度)?)$/.exec(wanted);
  const quarter = at >= 0 ? at + 1 : Number(digit?.[1] ?? digit?.[2] ?? Number.NaN);
  return Number.isNaN(quarter) ? { ok: false, kind: "unknown_due" } : { ok: true, value: quarter };
}

/** The one item of the pack with that name, within an area if one is named; undefined when there is none or several. */
export function itemNamed(programme: Programme, area: string, text: string): string | undefined {
  const wanted = foldName(text);
  const same = (one: { id: string; name: string; nameEn: string }, name: string) =>
    [one.id, one.name, one.nameEn].some((each) => foldName(each) === name);
  const areas = programme.areas.filter((one) => area === "" || same(one, foldName(area)));
  const found = areas.flatMap(({ items }) => items.filter((item) => same(item, wanted)));
  return found.length === 1 ? found[0]?.id : undefined;
}
