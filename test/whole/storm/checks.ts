import { eq } from "drizzle-orm";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { listReports } from "../../../db/reports.ts";
import { audit, inbox, outbox, reportRevision } from "../../../db/schema.ts";
import { verifyDocuments } from "../../../db/verify-documents.ts";
import { computeRanking } from "../../../src/bot/quarter/publish.ts";
import type { Deps } from "../../../src/deps.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import { reportId } from "../../../src/domain/report/report.ts";
import type { SandboxState } from "../../../src/sandbox/protocol.ts";
import { quarter } from "../quarter-on-disk.ts";
import type { Ground } from "./ground.ts";
import type { Diary } from "./people.ts";

// What has to be true after a storm, read from the database while no process has it open. Each check answers with what
// is wrong, one line each.

type After = { deps: Deps; ground: Ground; diary: Diary; state: SandboxState };

export async function whatIsWrong(after: After): Promise<string[]> {
  const checks = [chain, presses, steps, questions, messages, scores];
  return (await Promise.all(checks.map((check) => check(after)))).flat();
}

async function chain({ deps: { db } }: After): Promise<string[]> {
  const [log, documents] = [await verifyAudit(db), await verifyDocuments(db)];
  return [
    ...(log.ok ? [] : [`the log breaks at ${log.seq}: ${log.reason}`]),
    ...documents.mismatches.map(({ what, reason }) => `${what}: ${reason}`),
  ];
}

/** Every save that was said to be done stands in exactly one revision, one that was said not to be in none. */
async function presses({ deps: { db }, ground, diary }: After): Promise<string[]> {
  const wrong: string[] = [];
  for (const town of ground.towns) {
    const docs = await revisionsOf(db, town);
    const times = (words: string) =>
      docs.filter(
        ({ content }, i) =>
          content.investment.words === words && docs[i - 1]?.content.investment.words !== words,
      ).length;
    for (const { words, answer, accepted, refused } of diary.saves.filter((one) => one.town === town)) {
      const n = times(words);
      if (n > 1 || (accepted && n !== 1) || (refused && n !== 0))
        wrong.push(`${town}: “${words}” was saved ${n} times, and answered “${answer}”`);
    }
  }
  return wrong;
}

const FOLLOWS: Record<Report["status"], ReadonlyArray<Report["status"]>> = {
  draft: ["draft", "submitted"],
  submitted: ["submitted", "approved", "returned"],
  returned: ["returned", "submitted"],
  approved: ["approved"],
};

/** States follow each other as they may, and every step that was said to be done was done once. */
async function steps({ deps: { db }, ground, diary }: After): Promise<string[]> {
  const wrong: string[] = [];
  for (const town of ground.towns) {
    const docs = await revisionsOf(db, town);
    docs.forEach(({ status }, i) => {
      const before = docs[i - 1]?.status ?? "draft";
      if (!FOLLOWS[before].includes(status)) wrong.push(`${town}: ${before} became ${status}`);
    });
    const entered = (status: Report["status"]) =>
      docs.filter((doc, i) => doc.status === status && docs[i - 1]?.status !== status).length;
    for (const [status, said] of [
      ["submitted", diary.submitted],
      ["approved", diary.approved],
    ] as const) {
      const accepted = said.filter((one) => one === town).length;
      if (accepted > entered(status))
        wrong.push(`${town}: ${status} was said ${accepted} times, and was ${entered(status)} times`);
    }
    if (docs.some(({ revision }, i) => revision !== i + 1)) wrong.push(`${town}: a revision is missing`);
  }
  return wrong;
}

/** Every message that was sent to the bot was taken in once. */
async function questions({ deps: { db }, diary }: After): Promise<string[]> {
  const keys = new Map<string, number>();
  for (const { key } of await db.select().from(inbox))
    if (key.startsWith("message:")) keys.set(key, (keys.get(key) ?? 0) + 1);
  const rows = await db.select({ kind: audit.kind, subject: audit.subject }).from(audit);
  return diary.messages.flatMap((id) => {
    const taken = rows.filter(({ kind, subject }) => subject === id && kind.startsWith("message.")).length;
    return taken === 1 && keys.has(`message:${id}`) ? [] : [`the message ${id} was taken in ${taken} times`];
  });
}

/** Every owed message is in its chat once or listed as unsure, and the chat holds no other. */
async function messages({ deps: { db }, state }: After): Promise<string[]> {
  const rows = await db.select().from(outbox);
  const ofPeople = rows.filter(({ kind }) => kind === "send" || kind === "reply");
  const now = state.now;
  const waiting = ofPeople.filter(({ status, runAt }) => status === "pending" && runAt <= now);
  const dead = rows.filter(({ status }) => status === "dead");
  const sent = new Set(ofPeople.flatMap(({ status, messageId }) => (status === "sent" ? [messageId] : [])));
  const inChats = state.messages.filter(({ sender }) => sender.type === "app");
  const unsure = ofPeople.filter(({ status }) => status === "unsure").length;
  const strangers = inChats.filter(({ message_id }) => !sent.has(message_id));
  const there = new Set(inChats.map(({ message_id }) => message_id));
  const doubled = inChats.length - there.size;
  return [
    ...waiting.map(({ cause, lastError }) => `owed and not sent: ${cause} (${lastError})`),
    ...dead.map(({ cause, lastError }) => `given up without a reason: ${cause} (${lastError})`),
    ...[...sent].filter((id) => !there.has(id ?? "")).map((id) => `said to be sent, and is not there: ${id}`),
    ...(strangers.length > unsure
      ? [
          `${strangers.length} messages in chats that nothing owed, ${unsure} unsure: ${strangers[0]?.content.slice(0, 200)}`,
        ]
      : []),
    ...(doubled > 0 ? [`${doubled} messages twice`] : []),
  ];
}

/** The ranking is what the same reports give on a calm day. */
async function scores({ deps, ground }: After): Promise<string[]> {
  const reports = await listReports(deps.db, quarter());
  const { rows } = (await computeRanking(deps, quarter())).result;
  const calm = await ground.calmRanking(reports);
  return rows.flatMap((row) => {
    const wanted = calm.find(({ town }) => town === row.town);
    const same = wanted?.score === row.score && wanted?.rank === row.rank;
    return same
      ? []
      : [`${row.town}: ${row.score} (${row.rank}), on a calm day ${wanted?.score} (${wanted?.rank})`];
  });
}

async function revisionsOf(db: Deps["db"], town: string): Promise<Report[]> {
  const rows = await db
    .select({ doc: reportRevision.doc })
    .from(reportRevision)
    .where(eq(reportRevision.report, reportId(quarter(), town)))
    .orderBy(reportRevision.revision);
  return rows.map(({ doc }) => doc);
}
