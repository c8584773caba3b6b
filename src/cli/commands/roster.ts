import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { sheetNoteText } from "../../../cards/text/sheet-notes.ts";
import { listPeople } from "../../../db/roster.ts";
import { importRoster } from "../../bot/hand-over/import-roster.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { RosterChange, RosterLine } from "../../domain/programme/roster.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";
import { placeOf } from "../read-table.ts";
import { type RosterRow, readRosterFile } from "../roster-file.ts";

const LINES = { same_person: "这个人在文件里出现了两次（手机号和 open_id 指向同一人）" };

const NO_CONTACTS = "没有设置密钥（沙盒模式），不能按手机号查人，请填写 open_id";

/** `roster import FILE [--dry-run]` · `roster list` */
export function roster(args: string[], flags: { dryRun: boolean }): Promise<Outcome> {
  const [verb, file] = args;
  if (verb === "list" && args.length === 1) return withDeps(list);
  if (verb === "import" && file && args.length === 2)
    return withDeps((deps) => importFile(deps, file, flags.dryRun));
  throw new WrongUsage("roster import FILE [--dry-run] · roster list");
}

async function list(deps: Deps): Promise<Outcome> {
  const people = await listPeople(deps.db);
  return done(people.map(personLine), people);
}

async function importFile(deps: Deps, file: string, dryRun: boolean): Promise<Outcome> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return refused([`读不到文件 ${file}`]);
  const read = await readRosterFile(bytes, basename(file), deps.programme);
  const notes = read.notes.map((note) => sheetNoteText(note, "zh-CN"));
  if (!read.ok)
    return refused([...read.problems.map((p) => `${placeOf(p)}：${p.reason}`), ...notes], {
      ok: false,
      problems: read.problems,
      notes: read.notes,
    });
  const resolved = await resolve(deps, read.rows);
  if (!resolved.ok) return refused(resolved.problems);
  const outcome = await importRoster(deps, resolved.lines, OPERATOR, dryRun);
  if (!outcome.ok) return refused(outcome.problems.map((p) => `第${p.line}行：${LINES[p.reason]}`));
  const lines = [...notes, ...changeLines(outcome.change, dryRun)];
  return done(lines, { ok: true, dryRun, ...outcome.change, notes: read.notes });
}

/** Resolves rows to open_ids; a mobile number is looked up in the contacts and never stored. */
async function resolve(
  deps: Deps,
  rows: RosterRow[],
): Promise<{ ok: true; lines: RosterLine[] } | { ok: false; problems: string[] }> {
  const asked = rows.flatMap((row) => (row.openId || !row.mobile ? [] : [row.mobile]));
  if (asked.length > 0 && !deps.config.secrets) return { ok: false, problems: [NO_CONTACTS] };
  const found = asked.length > 0 ? await deps.feishu.resolveMobiles(asked) : new Map<string, string | null>();
  const problems: string[] = [];
  const lines = rows.flatMap(({ mobile, openId, sheet, ...row }): RosterLine[] => {
    const id = openId ?? (mobile ? found.get(mobile) : null);
    if (id) return [{ ...row, openId: id }];
    problems.push(
      `${placeOf({ line: row.line, ...(sheet ? { sheet } : {}) })}：这个手机号在飞书通讯录里找不到，或不在应用的可见范围内`,
    );
    return [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, lines };
}

function changeLines(change: RosterChange, dryRun: boolean): string[] {
  const lines = [
    ...change.added.map((p) => `新增  ${personLine(p)}`),
    ...change.changed.map(({ before, after }) => `变更  ${personLine(before)} → ${personLine(after)}`),
    ...change.removed.map((p) => `移出  ${personLine(p)}`),
    `不变  ${change.unchanged.length}人`,
  ];
  return dryRun ? [...lines, "以上为预演，未写入。"] : lines;
}

function personLine(p: Person): string {
  return `${p.name}  ${p.role}  ${p.area === "" ? "-" : p.area}  ${p.locale}`;
}
