import type { RecordView } from "../../../cards/record/kit.ts";
import { rectificationKit } from "../../../cards/record/kits/rectification.ts";
import { visitKit } from "../../../cards/record/kits/visit.ts";
import { visitNoticeKit } from "../../../cards/record/kits/visit-notice.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { lastVisitCard } from "../../../cards/visit/last.ts";
import { visitSummaryCard } from "../../../cards/visit/summary.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { lastVisit, visitSummary } from "../../../src/domain/visit/summary.ts";
import { photoOf } from "../../cards/pictures/photos.ts";
import { type Shown, show } from "../../cards/show.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { playedTo } from "../../domain/procedure/played.ts";
import { seen } from "./seen.ts";
import type { Setting } from "./setting.ts";

/** Inspections with all that their cards may show beside a record's own: photos, earlier findings, a whole quarter. */
export function visits(at: Setting): Shown[] {
  return [
    ...show(recordCard, visitViews(at)),
    ...show(recordCard, mendingViews(at)),
    ...show(visitSummaryCard, summaryViews(at)),
    ...show(recordCard, noticeViews(at)),
    ...show(lastVisitCard, { "the last inspection": lastView(at) }),
  ];
}

/** A visit under way to as many towns as there are, with a note about each and what was found before. */
export function visitViews(at: Setting): Record<string, RecordView> {
  const slugs = at.programme.towns.map(({ slug }) => slug);
  const { record } = seen(at, visitKit, "under_way", "city_office");
  const verdicts = ["mend", "praise", "nothing"];
  const notes = slugs.map((place, i) => {
    const entry = record.log.at(-1);
    if (!entry) throw new Error("a visit without a note");
    const photos = i === 0 ? [photoOf(null, {}, 0).ref] : [];
    return { ...entry, values: { place, verdict: verdicts[i % 3] ?? "", what: at.words(200), photos } };
  });
  const full = {
    ...record,
    data: { ...record.data, towns: slugs },
    log: [...record.log.slice(0, 1), ...notes],
  };
  const kin = slugs.flatMap((town) => {
    const found = playedTo(rectificationKit.definition, at.programme, GIVEN.rectification ?? {}, at.words);
    return ["mending", "closed"].flatMap((state): ProcedureRecord[] => {
      const one = found.get(state);
      return one ? [{ ...one, town, ref: "another" }] : [];
    });
  });
  const photos = Array.from({ length: 12 }, (_, i) => ({ ...photoOf(null, {}, i), record: record.id }));
  return {
    "visit with everything": { ...seen(at, visitKit, "under_way", "city_office"), record: full, kin, photos },
  };
}

/** A finding with photos of how it was found and how it was mended. */
function mendingViews(at: Setting): Record<string, RecordView> {
  const view = seen(at, rectificationKit, "reported", "city_office");
  const found = { ...photoOf(null, {}, 1), record: "visit" };
  const record = { ...view.record, ref: "visit", data: { ...view.record.data, photos: [found.ref] } };
  const mended = [2, 3].map((n) => ({ ...photoOf(null, {}, n), record: record.id }));
  const late = { ...record, state: "mending", due: "2026-10-09" };
  return {
    "rectification with photos": { ...view, record, photos: [found, ...mended] },
    "rectification overdue": { ...view, record: late, photos: [found] },
  };
}

/** A quarter without inspections, and one with a visit and all its findings. */
export function summaryViews(at: Setting) {
  const { programme, locale } = at;
  const found = playedTo(rectificationKit.definition, programme, GIVEN.rectification ?? {}, at.words);
  const states = [...found.values()];
  const mendings = programme.towns.flatMap(({ slug }, i) => {
    const one = states[i % states.length];
    return one ? [{ ...one, id: `r${i}`, town: slug, ref: "0" }] : [];
  });
  const visited = Object.values(visitViews(at)).map(({ record }) => ({ ...record, id: "0" }));
  const none = visitSummary(programme, "2026Q4", { visits: [], mendings: [] }, "2026-10-20");
  const full = visitSummary(programme, "2026Q4", { visits: visited, mendings }, "2027-02-20");
  return {
    "no inspection yet": { programme, locale, summary: none, mayPlan: true },
    "a whole quarter": { programme, locale, summary: full, mayPlan: false },
  };
}

/** What a town is given back of a visit, with its photos. */
function noticeViews(at: Setting): Record<string, RecordView> {
  const [{ record: visit, photos } = seen(at, visitKit, "under_way", "city_office")] = Object.values(
    visitViews(at),
  );
  const view = seen(at, visitNoticeKit, "given", "town_official");
  return {
    "feedback of an inspection": {
      ...view,
      record: { ...view.record, ref: visit.id },
      kin: [visit],
      photos: photos ?? [],
    },
  };
}

function lastView(at: Setting) {
  const visits = Object.values(visitViews(at)).map(({ record }) => ({ ...record, id: "0" }));
  const found = playedTo(rectificationKit.definition, at.programme, GIVEN.rectification ?? {}, at.words);
  const mendings = at.programme.towns.flatMap(({ slug }, i) => {
    const one = [...found.values()][i % found.size];
    return one ? [{ ...one, id: `r${i}`, town: slug, ref: "0" }] : [];
  });
  const last = lastVisit({ visits, mendings }, "2027-02-20");
  if (!last) throw new Error("no visit");
  return { programme: at.programme, locale: at.locale, seen: last, opens: true };
}
