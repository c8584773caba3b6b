import { writeFile } from "node:fs/promises";
import { listRecords } from "../../../db/records.ts";
import { docxOf } from "../../bot/bulletin/send-bulletin.ts";
import { draftBulletin } from "../../bot/quarter/draft-bulletin.ts";
import { numberOf } from "../../bot/quarter/issued-bulletins.ts";
import type { Deps } from "../../deps.ts";
import { bulletin as definition } from "../../domain/bulletin/bulletin.ts";
import {
  type Draft,
  draftLength,
  draftOf,
  LONGEST,
  paragraphsOf,
  toCut,
} from "../../domain/bulletin/draft.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import { bulletinDocx } from "../../export/bulletin/bulletin-docx.ts";
import { docxToPdf } from "../../export/bulletin/to-pdf.ts";
import { withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const PROBLEMS = {
  not_published: (period: PeriodId) => `${period} 还没有发布，发布后才能起草通报`,
  nothing_to_correct: (period: PeriodId) => `${period} 没有要更正的通报`,
  not_here: (period: PeriodId) => `${period} 的通报不能在这里起草`,
  no_town: (period: PeriodId) => `${period} 的结果里有的单位已不在方案里，请先核对方案`,
} as const;

/**
 * `bulletin 2026Q3 --out F.docx`: the quarter's 通报: as it was issued or stands in its draft, else drafted from the published
 * result, without a number. Where LibreOffice is present also as PDF beside it. Too long a text is written and refused.
 */
export function bulletin(args: string[], flags: { out?: string | undefined }): Promise<Outcome> {
  const period = parsePeriod(args[0] ?? "");
  const { out } = flags;
  if (!period || !out?.endsWith(".docx") || args.length !== 1)
    throw new WrongUsage("bulletin 2026Q3 --out F.docx");
  return withDeps(async (deps) => {
    const made = await fileOf(deps, period);
    if ("refusal" in made) return refused([made.refusal]);
    const { draft, docx, number } = made;
    await writeFile(out, docx);
    const pdf = await pdfBeside(out, docx);
    const length = draftLength(draft);
    const cut = cuts(draft);
    const json = { ok: cut.length === 0, ...draft.of, number, length, cut, out, pdf };
    const lines = [
      `已导出到 ${[out, ...(pdf ? [pdf] : [])].join("、")}`,
      `正文${length}字，${number || "未编号"}`,
    ];
    return cut.length === 0 ? done(lines, json) : refused([...lines, tooLong(length, cut)], json);
  });
}

type Made = { draft: Draft; docx: Uint8Array; number: string } | { refusal: string };

/** Of the quarter's records the last that was not withdrawn, else a fresh draft. */
async function fileOf(deps: Deps, period: PeriodId): Promise<Made> {
  const records = await listRecords(deps.db, { procedure: definition.id, period });
  const last = records.findLast(({ state }) => state !== "withdrawn");
  if (last) return { draft: draftOf(last), docx: await docxOf(deps, last), number: numberOf(deps, last) };
  const { draft, problem } = await draftBulletin(deps, period, "");
  if (draft === null) return { refusal: PROBLEMS[problem](period) };
  return { draft, docx: await bulletinDocx(draft, { signed: null, record: "" }), number: "" };
}

async function pdfBeside(out: string, docx: Uint8Array): Promise<string | null> {
  const pdf = await docxToPdf(docx);
  if (!pdf) return null;
  const path = out.replace(/\.docx$/, ".pdf");
  await writeFile(path, pdf);
  return path;
}

function cuts(draft: Draft): Array<{ paragraph: number; length: number }> {
  const order = paragraphsOf(draft).map(({ id }) => id);
  return toCut(draft).map(({ id, length }) => ({ paragraph: order.indexOf(id) + 1, length }));
}

function tooLong(length: number, cut: ReturnType<typeof cuts>): string {
  const named = cut.map((one) => `第${one.paragraph}段（${one.length}字）`).join("、");
  return `正文超出${length - LONGEST}字，请删减：${named}`;
}
