import type { ProgressView } from "../../../cards/office/progress.ts";
import { KITS } from "../../../cards/record/kits.ts";
import type { Frozen } from "../../../src/domain/explain/frozen.ts";
import { misreport } from "../../../src/domain/procedure/misreport.ts";
import { objection } from "../../../src/domain/procedure/objection.ts";
import { weights } from "../../../src/domain/procedure/weights.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import type { Flag } from "../../../src/domain/report/soft-checks.ts";
import type { CheckupOverview } from "../../../src/domain/views.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { playedTo } from "../../domain/procedure/played.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { viewOf } from "../explain/views.ts";
import { noticed } from "../review/checkup-flags.ts";
import { progressRows } from "./progress-rows.ts";

// The office's card of a quarter at every step.

const UNTIL = Date.UTC(2026, 9, 21, 10);

/** A quarter during reporting, without anything else on the card. */
export function progressView(programme: Programme, change: Partial<ProgressView> = {}): ProgressView {
  return {
    programme,
    period: "2026Q3",
    quarter: quarterIn("open"),
    closable: false,
    rows: progressRows(programme),
    next: { step: "provisional", waits: { reason: "in_review", towns: programme.towns.map((t) => t.slug) } },
    records: [],
    unmended: [],
    kits: KITS,
    published: null,
    checkup: { towns: [], all: [] },
    ranked: null,
    locale: "zh-CN",
    ...change,
  };
}

/** Every step, with everything that may be shown beside it. `now`: a result for the bands. */
export function progressViews(
  programme: Programme,
  locale: Locale,
  now: Frozen | null,
): Record<string, ProgressView> {
  const slugs = programme.towns.map(({ slug }) => slug);
  const view = (change: Partial<ProgressView>) => progressView(programme, { locale, ...change });
  const ranked = now && { ...viewOf(now, programme, locale), provisional: true };
  const played = playedTo(objection, programme, GIVEN.objection ?? {});
  const records = slugs.flatMap((town, i) => {
    const record = played.get(i % 2 === 0 ? "waiting" : "accepted");
    return record ? [{ ...record, id: `0123456789abcd${String(i).padStart(2, "0")}`, town }] : [];
  });
  const proposals = [misreport, weights].flatMap((definition) => {
    const record = playedTo(definition, programme, GIVEN[definition.id] ?? {}).get("proposed");
    return record ? [{ ...record, id: `proposed${definition.id.slice(0, 8)}` }] : [];
  });
  const full = view({
    rows: progressRows(programme).map((row, i) => (i % 3 === 0 ? { ...row, late: i + 1 } : row)),
    next: { step: "publish", waits: { reason: "objections_open", open: slugs.length } },
    records: [...records, ...proposals],
    checkup: checkupOf(programme),
    ranked,
  });
  return {
    "being reported": view({}),
    "nothing approved": view({ next: { step: "provisional", waits: { reason: "nothing_approved" } } }),
    "provisional next": view({ next: { step: "provisional", waits: null } }),
    "year without a calendar": view({
      next: { step: "provisional", waits: { reason: "calendar_unknown", year: 2027 } },
    }),
    "time for objections": view({
      next: { step: "publish", waits: { reason: "objection_days", until: UNTIL } },
      ranked,
    }),
    "everything at once": full,
    "publication next": view({ next: { step: "publish", waits: null }, ranked }),
    "accepted, not corrected": view({
      next: { step: "publish", waits: null },
      records,
      unmended: records.filter(({ state }) => state === "accepted"),
    }),
    published: { ...full, next: { step: "published" } },
  };
}

function checkupOf(programme: Programme): CheckupOverview {
  const asked: Flag[] = [
    {
      key: "two_ledgers:image",
      kind: "two_ledgers",
      section: "image",
      severity: "flag",
      values: { money: 110, site: 60 },
    },
    {
      key: "round_numbers:investment",
      kind: "round_numbers",
      section: "investment",
      severity: "watch",
      values: { n: 12, k: 6 },
    },
  ];
  const [all, ...compared] = noticed.filter(({ kind }) => kind === "bunching").concat(noticed);
  return {
    towns: programme.towns.map((town) => ({ town, asked, compared })),
    all: all ? [all] : [],
  };
}
