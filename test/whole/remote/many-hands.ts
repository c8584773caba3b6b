import { sql } from "drizzle-orm";
import { actionToken } from "../../../cards/action.ts";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { listReports } from "../../../db/reports.ts";
import { outbox, reportRevision } from "../../../db/schema.ts";
import { openPeriod } from "../../../src/bot/quarter/open-period.ts";
import { loadDemo } from "../../../src/cli/demo/demo-file.ts";
import { encrypt, envelope, signed } from "../../feishu/sealed.ts";
import { quarter } from "../quarter-on-disk.ts";
import { type RemoteCity, startRemoteCity } from "./city.ts";

// Several bots on one database take mixed presses and questions of many people at once, some delivered twice, to two bots at
// the same time: nothing is lost and nothing doubled.

/** What was done, and what is wrong with what is stored afterwards. */
export type Played = {
  operations: number;
  saved: number;
  asked: number;
  looked: number;
  /** Presses refused in words, such as a form that others had overtaken. */
  refused: number;
  /** Presses of which nobody knows whether they were done: the line to the bot broke. */
  unanswered: number;
  /** Lost, doubled or failed, a line each; empty where all is well. */
  wrong: string[];
  seconds: number;
};

/** A share of the deliveries comes twice. */
const TWICE = 0.2;
/** Shares of what people do; the rest looks at a form. */
const QUESTIONS = 0.25;
const SAVES = 0.5;
/** What stands before a Worker answers for it when the line broke. */
const BROKEN = 503;
/** The toast of a save, in either language. */
const SAVED = /已保存|Saved/;

/** Thirteen towns with a quarter just opened and none before. */
export async function playManyHands(
  starts: Parameters<typeof startRemoteCity>[1],
  operations: number,
  seed: number,
): Promise<Played> {
  const demo = loadDemo("luliang-ten-towns");
  if (!demo) throw new Error("the pack has no demo");
  const fresh = { ...demo, groups: [], history: [], figures: {} };
  const city = await startRemoteCity(fresh, starts, (deps) => openPeriod(deps, quarter(), "test", []));
  try {
    await city.settle();
    const before = city.sandbox.state().messages.length;
    const done = await play(city, operations, numbersFrom(seed));
    await city.settle();
    const { saved, asked, looked, refused, unanswered, seconds } = done;
    const wrong = [...done.failed, ...(await wrongIn(city, done, before))];
    return { operations, saved, asked, looked, refused, unanswered, wrong, seconds };
  } finally {
    await city.close();
  }
}

/** Each official acts alone, one thing after another, as people do; all at the same time. */
async function play(city: RemoteCity, operations: number, random: () => number) {
  const officials = city.demo.people.filter(({ role }) => role === "town_official");
  const towns = new Map(officials.map((one) => [one.area, one]));
  const [texts, unsure, failed]: [string[], string[], string[]] = [[], [], []];
  const done = { saved: 0, asked: 0, looked: 0, refused: 0, unanswered: 0, texts, unsure, failed };
  const started = performance.now();
  let next = 0;
  const act = async (openId: string, town: string, revision: number): Promise<number> => {
    const n = next;
    next += 1;
    const what = random();
    if (what < QUESTIONS) {
      done.asked += 1;
      const ask = () => deliver(city, random, "im.message.receive_v1", questionOf(openId, n), `q-${n}`);
      const first = await ask();
      // An event that was not taken is delivered again; a press is not.
      const said = first.status === BROKEN ? await ask() : first;
      if (said.status !== 200) done.failed.push(`question ${n}: ${said.status}`);
      return revision;
    }
    const text = `第${n}号说明`;
    const saves = what < QUESTIONS + SAVES;
    const press = saves ? save(openId, town, revision, text) : look(openId, town, revision);
    const said = await deliver(city, random, "card.action.trigger", press, `p-${n}`);
    if (said.status === BROKEN) {
      done.unanswered += 1;
      if (saves) done.unsure.push(text);
    } else if (said.status !== 200) done.failed.push(`press ${n}: ${said.status} ${said.body.slice(0, 200)}`);
    else if (!saves) done.looked += 1;
    else if (SAVED.test(said.body)) {
      done.saved += 1;
      done.texts.push(text);
    } else done.refused += 1;
    return Number(/open__2026Q3__\w+?__\w+?__(\d+)/.exec(said.body)?.[1] ?? revision);
  };
  const one = async (openId: string, town: string) => {
    for (let revision = 1; next < operations; ) revision = await act(openId, town, revision);
  };
  await Promise.all([...towns].map(([town, { openId }]) => one(openId, town)));
  return { ...done, seconds: Math.round((performance.now() - started) / 1000) };
}

/** To one of the bots, or to two at once; the answer is the first that has a card, as the platform shows it. */
async function deliver(
  { app, hosts }: RemoteCity,
  random: () => number,
  type: string,
  event: unknown,
  id: string,
) {
  const header = { event_id: id, token: app.verification_token, app_id: app.app_id };
  const body = JSON.stringify({
    encrypt: encrypt(JSON.stringify(envelope(type, event, header)), app.encrypt_key),
  });
  const first = Math.floor(random() * hosts.length);
  const to = random() < TWICE ? [first, (first + 1) % hosts.length] : [first];
  const answers = await Promise.all(
    to.map(async (i) => {
      const { headers, body: bytes } = signed(body, Date.now(), app.encrypt_key);
      const answer = await fetch(`${hosts[i]?.url}/feishu/webhook`, { method: "POST", headers, body: bytes });
      return { status: answer.status, body: await answer.text() };
    }),
  );
  const worst = answers.find(({ status }) => status !== 200);
  return worst ?? answers.find((one) => SAVED.test(one.body)) ?? answers[0] ?? { status: 0, body: "" };
}

/** What is stored other than it was acknowledged. */
async function wrongIn(
  { db, sandbox }: RemoteCity,
  { texts, unsure, asked }: { texts: readonly string[]; unsure: readonly string[]; asked: number },
  before: number,
): Promise<string[]> {
  const revisions = await db.select({ doc: reportRevision.doc }).from(reportRevision);
  const times = new Map<string, number>();
  for (const { doc } of revisions) {
    const { words } = doc.content.investment;
    if (/^第\d+号说明$/.test(words)) times.set(words, (times.get(words) ?? 0) + 1);
  }
  const reports = await listReports(db, quarter());
  const kept = reports.reduce((sum, { revision }) => sum + revision - 1, 0);
  const [answers] = await db
    .select({ n: sql<number>`count(*)` })
    .from(outbox)
    .where(sql`cause like 'answer om_q-%'`);
  const done = unsure.filter((text) => times.get(text) === 1).length;
  const arrived = sandbox.state().messages.length - before;
  const { ok } = await verifyAudit(db);
  return [
    ...texts.filter((text) => times.get(text) !== 1).map((text) => `${text}: ${times.get(text) ?? 0} times`),
    ...[...times.keys()]
      .filter((text) => !texts.includes(text) && !unsure.includes(text))
      .map((text) => `${text}: not acknowledged`),
    ...(kept === texts.length + done ? [] : [`${kept} revisions of ${texts.length} saves`]),
    ...(answers?.n === asked ? [] : [`${answers?.n} answers to ${asked} questions`]),
    ...(arrived === asked ? [] : [`${arrived} messages for ${asked} answers`]),
    ...(ok ? [] : ["the audit log is broken"]),
  ];
}

function save(openId: string, town: string, revision: number, text: string): unknown {
  const fields = { period: "2026Q3", town, section: "investment", revision: String(revision) };
  // biome-ignore lint/suspicious/noThenProperty: a field of the token, never a promise
  return pressOf(openId, town, actionToken({ kind: "save", ...fields, then: "overview" }), {
    "investment/words": text,
  });
}

function look(openId: string, town: string, revision: number): unknown {
  const fields = { period: "2026Q3", town, section: "image", revision: String(revision) };
  return pressOf(openId, town, actionToken({ kind: "open", ...fields }), {});
}

function pressOf(openId: string, town: string, name: string, form: Record<string, string>): unknown {
  return {
    operator: { open_id: openId },
    token: "c-many",
    action: { tag: "button", name, value: { action: name }, form_value: form },
    context: { open_message_id: `om_form_${town}`, open_chat_id: `oc_form_${town}` },
  };
}

function questionOf(openId: string, n: number): unknown {
  return {
    sender: { sender_id: { open_id: openId }, sender_type: "user" },
    message: {
      ...{ message_id: `om_q-${n}`, chat_id: `oc_own_${openId}`, chat_type: "p2p", message_type: "text" },
      ...{ create_time: String(Date.now()), content: JSON.stringify({ text: "什么时候截止" }) },
    },
  };
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
