import { readFile, writeFile } from "node:fs/promises";
import { KITS } from "../../../cards/record/kits.ts";
import { columnName, noteAdvice, packAdvice } from "../../../cards/text/pack.ts";
import { packNotes } from "../../domain/pack/pack-notes.ts";
import { type PackPath, pathText } from "../../domain/programme/pack-problem.ts";
import { type Programme, parsePack } from "../../domain/programme/programme.ts";
import { scoreColumns } from "../../domain/programme/score-columns.ts";
import { writeBook } from "../../export/book/write-book.ts";
import type { BookProblem } from "../../export/programme/draft.ts";
import { programmeBook } from "../../export/programme/programme-book.ts";
import { readBook } from "../../export/programme/read-book.ts";
import { readWorkbook } from "../../export/xlsx/read-workbook.ts";
import { loadProgramme, packPath } from "../../load-programme.ts";
import { commandConfig } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const USAGE =
  "programme check FILE · programme export [NAME] --out F.xlsx · programme import F.xlsx --out F.json";

/** `where`: in the file, a path or a sheet with row and column. */
type Told = { where: string; reason: string; repair: string };
type Loaded = { ok: true; programme: Programme; pack: unknown } | { ok: false; problems: Told[] };

/** `programme check FILE` · `programme export [NAME] --out F.xlsx` · `programme import F.xlsx --out F.json` */
export async function programme(args: string[], { out }: { out: string | undefined }): Promise<Outcome> {
  const [verb, what, ...more] = args;
  if (more.length > 0) throw new WrongUsage(USAGE);
  if (verb === "check" && what) return check(what);
  if (verb === "export" && out) return exportBook(what ?? commandConfig().programme, out);
  if (verb === "import" && what && out) return importBook(what, out);
  throw new WrongUsage(USAGE);
}

async function check(file: string): Promise<Outcome> {
  const loaded = await load(packPath(file));
  if (!loaded.ok) return refusal(loaded.problems);
  const { programme } = loaded;
  const notes = notesOf(programme);
  const columns = scoreColumns(programme).map((id) => ({ id, name: columnName(id, programme) }));
  return done(
    [
      `${programme.name}（${programme.id}）：${programme.counties.length}个县区，${programme.towns.length}个单位，可以使用`,
      ...(notes.length > 0 ? ["请留意：", ...notes.map(told)] : []),
      "评分方案可用的数据：",
      ...columns.map(({ id, name }) => `  ${id}  ${name}`),
    ],
    { ok: true, id: programme.id, notes, columns },
  );
}

/** A pack from its file, or from a workbook. */
async function load(path: string): Promise<Loaded> {
  const bytes = await readFile(path).catch(() => null);
  const whole = (reason: string, repair: string): Loaded => ({
    ok: false,
    problems: [{ where: path, reason, repair }],
  });
  if (!bytes) return whole("读不到这个文件", "写程序自带的名称，或者文件的路径");
  if (/\.xlsx$/i.test(path)) {
    const sheets = await readWorkbook(bytes);
    if (!sheets) return whole("打不开，不是有效的 .xlsx 文件", "另存为 .xlsx，不加密码");
    const read = readBook(sheets);
    return read.ok ? read : { ok: false, problems: read.problems.map(inBook) };
  }
  let input: unknown;
  try {
    input = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    return whole(
      `不是有效的 JSON（${cause instanceof Error ? cause.message : ""}）`,
      "改正这一处，或者改用工作簿",
    );
  }
  const parsed = parsePack(input);
  if (parsed.ok) return { ok: true, programme: parsed.programme, pack: input };
  const problems = parsed.problems.map((problem) => ({
    where: pathInWords(problem.path),
    ...packAdvice(problem),
  }));
  return { ok: false, problems };
}

async function exportBook(nameOrPath: string, out: string): Promise<Outcome> {
  const programme = loadProgramme(nameOrPath);
  await writeFile(out, await writeBook(programmeBook(programme), "zh-CN"));
  return done([`${programme.name}已写到 ${out}，改好后用 programme import 读回`], {
    ok: true,
    id: programme.id,
    out,
  });
}

async function importBook(file: string, out: string): Promise<Outcome> {
  const loaded = await load(file);
  if (!loaded.ok) return refusal(loaded.problems);
  const { programme, pack } = loaded;
  await writeFile(out, `${JSON.stringify(pack, null, 1)}\n`);
  const notes = notesOf(programme);
  return done(
    [
      `${programme.name}：${programme.counties.length}个县区，${programme.towns.length}个单位，已写到 ${out}`,
      ...(notes.length > 0 ? ["请留意：", ...notes.map(told)] : []),
      `启动时设 PROGRAMME=${out}`,
    ],
    { ok: true, id: programme.id, out, notes },
  );
}

function refusal(problems: Told[]): Outcome {
  return refused([`有${problems.length}处要改：`, ...problems.map(told)], { ok: false, problems });
}

function told({ where, reason, repair }: Told): string {
  return `  ${where}：${reason}。${repair}。`;
}

function notesOf(programme: Programme): Told[] {
  return packNotes(
    programme,
    KITS.map(({ definition }) => definition),
  ).map((note) => ({ where: pathInWords(note.path), ...noteAdvice(note) }));
}

function pathInWords(path: PackPath): string {
  return path.length === 0 ? "整个文件" : pathText(path);
}

/** “镇”第7行“批次” */
function inBook({ place: { sheet, row, title }, reason, repair }: BookProblem): Told {
  const parts = [
    sheet === "" ? "" : `“${sheet}”表`,
    row === 0 ? "" : `第${row}行`,
    title === "" ? "" : `“${title}”`,
  ];
  return { where: parts.join(""), reason, repair };
}
