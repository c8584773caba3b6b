import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { momentName } from "../../../cards/names.ts";
import { receiverName, recordName } from "../../../cards/receiver.ts";
import { operationsText } from "../../../cards/text/operations.ts";
import { findChat } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { firstBeat } from "../../../db/job-runs.ts";
import { openDatabase } from "../../../db/open.ts";
import { beat, type Performed, runDue } from "../../bot/heartbeat/beat.ts";
import { personOf } from "../../bot/roster/people.ts";
import { rehearsalClock } from "../../clock.ts";
import type { Deps } from "../../deps.ts";
import { playTo } from "../../rehearsal.ts";
import { withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const DAY = 86_400_000;

/** A message a tick would queue: when it may be sent, its job, the receiving post or group, and its first line. */
type Line = { at: string; job: string; to: string; words: string };

/**
 * `tick [--at ISO] [--dry-run]`: runs the heartbeat once. With `--dry-run` on a copy of the database: everything until
 * that moment is simulated, nothing is sent or stored, and the heartbeat's messages are printed. A time other than now
 * is refused unless it is a rehearsal or a dry run.
 */
export function tick(
  args: string[],
  options: { at?: string | undefined; dryRun: boolean },
): Promise<Outcome> {
  const at = readTime(options.at);
  if (args.length > 0 || at === "unreadable") throw new WrongUsage("tick [--at ISO] [--dry-run]");
  return withDeps(async (deps) => {
    if (options.dryRun) return dryRun(deps, at ?? deps.clock.now());
    if (at !== null && deps.config.secrets && deps.config.rehearsalNow === null)
      return refused([
        "正式环境只能按当前时间执行；要看另一个时间会发什么，请加 --dry-run",
        "a real deployment beats at its own time; add --dry-run to see what another time would say",
      ]);
    const now = at === null ? deps : { ...deps, clock: rehearsalClock(at) };
    // Without credentials the running server sends within a minute.
    const performed = deps.config.secrets ? await beat(now) : await runDue(now);
    return report(now, performed);
  });
}

function readTime(text: string | undefined): number | null | "unreadable" {
  if (text === undefined) return null;
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  return parsed.success ? Date.parse(parsed.data) : "unreadable";
}

async function dryRun(deps: Deps, at: number): Promise<Outcome> {
  if (!deps.config.databaseUrl.startsWith("file:"))
    return refused(["--dry-run 需要复制数据库，只用于本机文件", "a dry run copies the database: files only"]);
  const folder = mkdtempSync(join(tmpdir(), "tentowns-tick-"));
  const file = join(folder, "copy.db");
  try {
    await deps.db.run(sql`vacuum into ${file}`);
    const { db, close } = await openDatabase(`file:${file}`);
    try {
      return await playOn({ ...deps, db }, at);
    } finally {
      close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function playOn(copy: Deps, at: number): Promise<Outcome> {
  const clock = rehearsalClock(Math.min(at, copy.clock.now()));
  const deps = { ...copy, clock };
  // If the heartbeat has never run, the last day counts as its first.
  await firstBeat(deps.db, clock.now() - DAY);
  let last: Performed[] = [];
  const play = async () => {
    last = await runDue(deps, (job) => job !== "self_check");
  };
  await play();
  await playTo(deps, clock, at, play);
  return report(deps, last);
}

async function report(deps: Deps, performed: Performed[]): Promise<Outcome> {
  const lines: Line[] = [];
  for (const { run, outbox } of performed.filter(({ run }) => run.job !== "self_check"))
    for (const row of outbox)
      lines.push({
        at: momentName(row.runAt, "zh-CN"),
        job: operationsText("zh-CN").jobs[run.job],
        to: await receiver(deps, row),
        words: firstLine(deps, row),
      });
  const text = lines.map(({ at, job, to, words }) => `${at}  ${job}  ${to}：${words}`);
  return done(text.length > 0 ? text : ["此时没有要发的消息"], { ok: true, messages: lines });
}

async function receiver(deps: Deps, { toType, to }: OutboxRow): Promise<string> {
  const { programme } = deps;
  if (toType === "open_id")
    return receiverName({ kind: "person", person: await personOf(deps, to) }, programme, "zh-CN");
  const name = toType === "chat_id" ? (await findChat(deps.db, to))?.name : undefined;
  return receiverName(name === undefined ? { kind: "reply" } : { kind: "group", name }, programme, "zh-CN");
}

const cardSchema = z.object({ header: z.object({ title: z.object({ content: z.string() }) }) });
const textSchema = z.object({ text: z.string() });

/** A card's title or a text's first line; the record's name where the card is drawn when sent. */
function firstLine({ programme }: Deps, { content, subject }: OutboxRow): string {
  if (content === "") return recordName(subject ?? "", programme, "zh-CN");
  const parsed: unknown = JSON.parse(content);
  const card = cardSchema.safeParse(parsed);
  if (card.success) return card.data.header.title.content;
  const text = textSchema.safeParse(parsed);
  return text.success ? (text.data.text.split("\n")[0] ?? "") : "";
}
