import { momentName, periodName, sectionName } from "../../../cards/names.ts";
import { printValue } from "../../../cards/record/facts.ts";
import { loggedValues } from "../../../cards/record/history.ts";
import { acceptanceKit } from "../../../cards/record/kits/acceptance.ts";
import { stepName } from "../../../cards/record/state-name.ts";
import { acceptanceText } from "../../../cards/text/acceptance.ts";
import { evidenceOfTown } from "../../../db/evidence.ts";
import { loadPlans } from "../../../db/periods.ts";
import { allPublications } from "../../../db/publications.ts";
import { recordEvidenceOf } from "../../../db/record-evidence.ts";
import type { Deps } from "../../deps.ts";
import { CRITERIA, meanMarks, roundOf } from "../../domain/acceptance/marks.ts";
import { parsePeriod, yearOf } from "../../domain/calendar/period.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { PAPER_NAMES } from "../../export/package/paper-names.ts";
import { type PlainSheet, plainWorkbook } from "../../export/package/plain-workbook.ts";
import type { Paper } from "../../export/package/zip-parts.ts";
import { planTemplate } from "../../export/plan-template.ts";
import { rankingWorkbook } from "../../export/workbook.ts";
import { digest } from "../evidence/stored-file.ts";

const ZH = "zh-CN";
const words = acceptanceKit.words[ZH];

/** The papers of an acceptance: the form, the tables of the last result and the year's plan, and every photo and file. */
export async function gatherPapers(deps: Deps, record: ProcedureRecord, town: Town): Promise<Paper[]> {
  const { programme } = deps;
  const published = await allPublications(deps.db);
  const last = published.at(-1);
  const forms = [
    await written(PAPER_NAMES.forms, await plainWorkbook(sheetsOf(deps, record, published), town.name)),
  ];
  if (last) {
    const year = yearOf(last.period);
    const table = await rankingWorkbook(last, programme, ZH);
    const plan = await planTemplate({ ...programme, towns: [town] }, year, await loadPlans(deps.db, year));
    forms.push(await written(PAPER_NAMES.scores(periodName(last.period, ZH)), table));
    forms.push(await written(PAPER_NAMES.plan(year), plan));
  }
  const [own, reported] = await Promise.all([
    recordEvidenceOf(deps.db, record.id),
    evidenceOfTown(deps.db, town.slug),
  ]);
  return [
    ...forms,
    ...own.flatMap((row, i) =>
      stored(deps, row, `${PAPER_NAMES.folders.acceptance}/${numbered(i)}${nameOf(row)}`),
    ),
    ...reported.flatMap((row, i) => {
      const period = parsePeriod(row.report.split("/")[0] ?? "");
      const section = row.section === null ? "" : `-${sectionName(programme, row.section, ZH)}`;
      const folder = `${PAPER_NAMES.folders.reports}/${period ? periodName(period, ZH) : ""}`;
      return stored(deps, row, `${folder}/${numbered(i)}${section}`);
    }),
  ];
}

async function written(path: string, bytes: Uint8Array): Promise<Paper> {
  return { path, size: bytes.length, sha256: await digest(bytes), read: async () => bytes };
}

type Row = {
  kind: "image" | "file";
  name: string;
  url: string | null;
  sha256: string | null;
  size: number | null;
};

/** A stored photo or file; none while it is being downloaded. */
function stored(deps: Deps, { url, sha256, size }: Row, path: string): Paper[] {
  if (url === null || sha256 === null || size === null) return [];
  const key = url.replace(/^.*[/:]/, "");
  const extension = key.slice(key.lastIndexOf("."));
  const named = path.endsWith(extension) ? path : `${path}${extension}`;
  return [{ path: named, size, sha256, read: () => deps.evidence.get(key) }];
}

function numbered(i: number): string {
  return String(i + 1).padStart(3, "0");
}

/** A file's own name, without what no folder takes; nothing for a photo. */
function nameOf({ kind, name }: Row): string {
  return kind === "image" || name === "" ? "" : `-${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 80)}`;
}

/** The form as sheets: what was filled in, the marks, the history, and the town's quarters. */
function sheetsOf(
  { programme }: Deps,
  record: ProcedureRecord,
  published: Awaited<ReturnType<typeof allPublications>>,
): PlainSheet[] {
  const view = { programme, kit: acceptanceKit, locale: ZH } as const;
  const filled = Object.keys(record.data).flatMap((name) => {
    const label = words.fields[name];
    const value = label === undefined ? "" : printValue(view, name, record.data, record);
    return label === undefined || value === "" ? [] : [[label, value]];
  });
  const round = roundOf(record);
  const means = meanMarks(record);
  const marked = round.map(({ name, marks, opinion }) => [name, ...CRITERIA.map((id) => marks[id]), opinion]);
  const { heads, sheets } = PAPER_NAMES;
  return [
    { name: sheets.form, rows: [heads.form, ...filled] },
    {
      name: sheets.marks,
      rows: [
        [heads.member, ...CRITERIA.map((id) => acceptanceText(ZH).criteria[id]), heads.opinion],
        ...marked,
        [heads.mean, ...CRITERIA.map((id) => Math.round(means[id] * 10) / 10), ""],
      ],
    },
    {
      name: sheets.history,
      rows: [heads.history, ...record.log.map((entry) => historyRow(view, record, entry))],
    },
    {
      name: sheets.quarters,
      rows: [heads.quarters, ...published.map((one) => quarterRow(one, record.town))],
    },
  ];
}

type View = Parameters<typeof printValue>[0];

function historyRow(view: View, record: ProcedureRecord, entry: ProcedureRecord["log"][number]) {
  const said = loggedValues({ ...view, record }, entry).map(([label, value]) => `${label}：${value}`);
  const step = stepName(acceptanceKit, entry.step, ZH);
  return [`${momentName(entry.at, ZH)}`, step, entry.name, said.join("；")];
}

function quarterRow(
  { period, result }: Awaited<ReturnType<typeof allPublications>>[number],
  slug: string,
): Array<string | number | null> {
  const row = result.rows.find(({ town }) => town === slug);
  return [periodName(period, ZH), row?.score ?? null, row?.rank ?? null];
}
