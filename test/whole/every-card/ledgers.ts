import type { RecordView } from "../../../cards/record/kit.ts";
import { areaLedgerKit } from "../../../cards/record/kits/area-ledger.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { gridOf, keptItems } from "../../../src/domain/area-ledger/area-items.ts";
import type { LogEntry, Values } from "../../../src/domain/procedure/record.ts";
import type { Area } from "../../../src/domain/programme/programme.ts";
import { photoOf } from "../../cards/pictures/photos.ts";
import { type Shown, show } from "../../cards/show.ts";
import { seen } from "./seen.ts";
import type { Setting } from "./setting.ts";

/** Half a year in ms. */
const LONG_AGO = 183 * 86_400_000;

/** The ledger of every content area, with everything that was entered. */
export function ledgers(at: Setting): Shown[] {
  return at.programme.areas.flatMap((area) => show(recordCard, ledgerViews(at, area)));
}

function ledgerViews(at: Setting, area: Area): Record<string, RecordView> {
  const view = seen(at, areaLedgerKit, "kept", "town_official");
  const [first] = view.record.log;
  if (!first) throw new Error("a ledger without a beginning");
  const entry = (step: string, values: Values, back = 0): LogEntry => ({
    ...first,
    ...{ step, from: "kept", to: "kept", at: first.at - back, values },
  });
  const figures = Object.fromEntries(area.figures.map(({ id }) => [id, 123_456.78]));
  const { log, photos } = grid(at, area, entry);
  const record = {
    ...view.record,
    data: { ...view.record.data, area: area.id, values: figures, goals: { ...figures } },
    log: [first, ...items(at, area).map((values) => entry("register", values)), ...log],
  };
  const pairs = areaLedgerKit.pairs?.(record) ?? [];
  const joined = pairs.map(([before, after], i): NonNullable<RecordView["pairs"]>[number] => ({
    refs: [before.ref, after.ref],
    picture: i === 0 ? photoOf(null, {}, 900).picture : { none: "preparing" },
  }));
  return { [`ledger of ${area.id}`]: { ...view, record, photos, pairs: joined } };
}

/** Every item in turn done with a paper, under way with a note, and not started. */
function items({ words }: Setting, area: Area): Values[] {
  return keptItems(area).map(({ id }, i) => ({
    item: [id],
    state: (["done", "going", "none"] as const)[i % 3] ?? "none",
    percent: i % 3 === 1 ? 65.5 : null,
    note: words(200),
    sent: i % 3 === 0 ? [{ ref: `f${i}`, name: `${words(60)}.pdf`, photo: false }] : [],
  }));
}

/** Every cell looked at half a year ago and now, in turn found, mended and clear. */
function grid(
  { words }: Setting,
  area: Area,
  entry: (step: string, values: Values, back?: number) => LogEntry,
): { log: LogEntry[]; photos: NonNullable<RecordView["photos"]> } {
  const { places, problems } = gridOf(area);
  const cells = places.flatMap((place) => problems.map((problem) => [place.id, problem.id] as const));
  const photos = cells.flatMap((_, i) => [photoOf(null, {}, i), photoOf(null, {}, 100 + i)]);
  const look = ([place, problem]: readonly [string, string], i: number, n: number) => ({
    ...{ place, problems: [problem], note: words(200) },
    verdict: (["found", "mended", "clear"] as const)[i % 3] ?? "clear",
    until: i % 3 === 0 ? "2026-10-09" : "",
    sent: [{ ref: photoOf(null, {}, n).ref, name: "", photo: true }],
  });
  return {
    log: [
      ...cells.map((cell, i) => entry("look", look(cell, i, i), LONG_AGO)),
      ...cells.map((cell, i) => entry("look", look(cell, i, 100 + i))),
    ],
    photos: photos.map((photo) => ({ ...photo, record: "ledger" })),
  };
}
