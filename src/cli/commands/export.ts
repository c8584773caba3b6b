import { writeFile } from "node:fs/promises";
import { findPublication } from "../../../db/publications.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { rankingWorkbook } from "../../export/workbook.ts";
import { withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

/** `export 2026Q3 --out F.xlsx`: a workbook with live formulas that reproduce the published scores and ranks. */
export function exportWorkbook(args: string[], flags: { out?: string | undefined }): Promise<Outcome> {
  const period = parsePeriod(args[0] ?? "");
  const { out } = flags;
  if (!period || !out || args.length !== 1) throw new WrongUsage("export 2026Q3 --out F.xlsx");
  return withDeps(async (deps) => {
    const published = await findPublication(deps.db, period);
    if (!published) return refused([`${period} 还没有发布，发布后才能导出`]);
    await writeFile(out, await rankingWorkbook(published, deps.programme, "zh-CN"));
    return done([`已导出到 ${out}`], { ok: true, period, seq: published.seq, out });
  });
}
