import type { Act, ActResult, CardOutcome, SandboxMessage } from "../../../src/sandbox/protocol.ts";
import type { RunningSandbox } from "../../../src/sandbox/start.ts";
import { photo, type Shown, shownIn } from "../../bot/at-client.ts";
import { buttonsOf, fieldsOf } from "../../bot/card-reading.ts";
import { typingFor } from "../../bot/fill-quarter.ts";
import { type Chance, pass } from "./seeded.ts";

// People who fill in, review and ask while everything around them fails: whoever gets no answer looks again and tries
// again, as people do.

/** What they did, as far as they know. */
export type Diary = {
  /** Words saved in a press of their own, and what was answered; `accepted`: that it is done, `refused`: the contrary. */
  saves: Array<{ town: string; words: string; answer: string; accepted: boolean; refused: boolean }>;
  /** Steps that were said to be done. */
  submitted: string[];
  approved: string[];
  /** Ids of the messages they sent to the bot. */
  messages: string[];
};

export type At = { sandbox: RunningSandbox; chance: Chance; diary: Diary; isOver: () => boolean };

/** The longest somebody waits before trying again, ms. */
const PATIENCE = 250;
/** The longest somebody waits for an answer, ms. */
const LONGEST_WAIT = 8_000;
/** Cards looked at, the newest first. */
const LOOKED_AT = 6;

/** A town's official, until the report is submitted. */
export async function fillIn(
  at: At,
  { openId, town, wanted }: { openId: string; town: string; wanted: Record<string, string> },
): Promise<void> {
  const saved = new Set<string>();
  let photos = 0;
  for (let tries = 0; !at.isOver(); tries += 1) {
    await pass(at.chance.between(0, PATIENCE));
    const shown = newest(at, openId, (name) =>
      /^(save__.*__overview|open__(investment|image)|submit|submit_bare|answer__.*)$/.test(name),
    );
    if (!shown || (tries > 0 && tries % 5 === 0)) {
      await say(at, openId, "我的填报");
      continue;
    }
    const button = (pattern: RegExp) => buttonsOf(shown.card).find(({ name }) => pattern.test(name))?.name;
    const answers = fieldsOf(shown.card).filter(({ name }) => name.startsWith("answer."));
    const [answer, save] = [button(/^answer__/), button(/^save__.*__overview$/)];
    if (answer !== undefined && answers.length > 0) {
      const typed = Object.fromEntries(answers.map(({ name }) => [name, "情况属实"]));
      await submit(at, openId, shown, answer, typed);
    } else if (save !== undefined) {
      const section = save.split("__")[3] ?? "";
      if (section === "image" && photos < 1 && at.chance.of(0.5)) {
        photos += 1;
        await sent(at, { act: "reply", as: openId, message_id: shown.messageId, content: photo(photos) });
      }
      if (await saves(at, { openId, town, shown, name: save, section, wanted })) saved.add(section);
    } else {
      const next = ["investment", "image"].find((section) => !saved.has(section));
      const name =
        next === undefined
          ? (button(/^submit_bare$/) ?? button(/^submit$/))
          : button(new RegExp(`^open__${next}$`));
      if (name === undefined) {
        // Nothing left to fill in: it is with the county.
        if (next === undefined) return;
        await say(at, openId, "我的填报");
        continue;
      }
      const outcome = await press(at, openId, shown, name);
      if (/^submit/.test(name) && /已提交/.test(toastOf(outcome))) {
        at.diary.submitted.push(town);
        return;
      }
    }
  }
}

async function saves(
  at: At,
  of: {
    openId: string;
    town: string;
    shown: Shown;
    name: string;
    section: string;
    wanted: Record<string, string>;
  },
): Promise<boolean> {
  const { openId, town, shown, name, section, wanted } = of;
  const typed = typingFor(shown, wanted);
  const words = `第${at.diary.saves.length + 1}次保存`;
  if (section === "investment") typed["investment/words"] = words;
  const outcome = await submit(at, openId, shown, name, typed);
  const toast = toastOf(outcome);
  // A press that the network doubled may be answered by its second delivery: it is done already.
  const accepted = /已保存|已经办理过了/.test(toast);
  const refused = /没有保存|先一步/.test(toast);
  if (section === "investment") at.diary.saves.push({ town, words, answer: toast, accepted, refused });
  return accepted;
}

/** A county's reviewer, until everything that arrives is approved. */
export async function review(
  at: At,
  { openId, towns }: { openId: string; towns: readonly string[] },
): Promise<void> {
  const done = new Set<string>();
  for (let tries = 0; !at.isOver() && done.size < towns.length; tries += 1) {
    await pass(at.chance.between(0, PATIENCE * 2));
    const shown = newest(at, openId, (name) => name === "approve");
    const [, town = ""] = /approve__\w+?__(\w+?)__/.exec(JSON.stringify(shown?.card) ?? "") ?? [];
    if (!shown || done.has(town)) {
      if (tries % 8 === 7) await say(at, openId, "待我办理");
      continue;
    }
    const toast = toastOf(await press(at, openId, shown, "approve"));
    if (/已通过/.test(toast)) at.diary.approved.push(town);
    if (/已通过|已经办理/.test(toast)) done.add(town);
  }
}

/** Somebody who asks from time to time. */
export async function ask(at: At, openId: string, questions: readonly [string, ...string[]]): Promise<void> {
  for (let n = 0; n < 3 && !at.isOver(); n += 1) {
    await pass(at.chance.between(0, PATIENCE * 8));
    await say(at, openId, at.chance.pick(questions));
  }
}

/** Cards as they were read once; the sandbox replaces a message that changes. */
const read = new WeakMap<SandboxMessage, Shown>();

/** The newest card of the private chat that has a button of this name. */
function newest(at: Pick<At, "sandbox">, openId: string, has: (name: string) => boolean): Shown | null {
  const cards = ofBot(at, openId).filter(({ msg_type }) => msg_type === "interactive");
  for (const message of cards.slice(-LOOKED_AT).reverse()) {
    const shown = read.get(message) ?? shownIn(message);
    read.set(message, shown);
    if (buttonsOf(shown.card).some(({ name }) => has(name))) return shown;
  }
  return null;
}

/** What the bot has written into somebody's private chat. */
function ofBot({ sandbox }: Pick<At, "sandbox">, openId: string): SandboxMessage[] {
  const { chats, messages } = sandbox.state();
  const chat = chats.find(({ type, members }) => type === "p2p" && members.includes(openId));
  return messages.filter(({ chat_id, sender }) => chat_id === chat?.chat_id && sender.type === "app");
}

/** Says something, and waits for an answer before anything else is tried: who asks on and on drowns the bot. */
async function say(at: At, openId: string, text: string): Promise<void> {
  const app_id = at.sandbox.apps[0]?.app_id ?? "";
  const before = ofBot(at, openId).length;
  await sent(at, { act: "send", as: openId, app_id, content: { kind: "text", text } });
  const until = performance.now() + LONGEST_WAIT;
  while (!at.isOver() && performance.now() < until && ofBot(at, openId).length === before)
    await pass(PATIENCE);
}

async function sent(at: At, act: Act): Promise<void> {
  const result = await perform(at, act);
  if (result?.message_id) at.diary.messages.push(result.message_id);
}

async function press(
  at: Pick<At, "sandbox">,
  as: string,
  shown: Shown,
  name: string,
): Promise<CardOutcome | undefined> {
  return (await perform(at, { act: "press", as, message_id: shown.messageId, target: { name } }))?.outcome;
}

async function submit(
  at: At,
  as: string,
  shown: Shown,
  name: string,
  fill: Record<string, unknown>,
): Promise<CardOutcome | undefined> {
  const act = { act: "submit", as, message_id: shown.messageId, target: { name }, fill } as const;
  return (await perform(at, act))?.outcome;
}

/**
 * Null where the client cannot do it, for the card has changed meanwhile, and where the client's own line broke: then
 * nobody knows whether it was done, and whoever did it looks again.
 */
async function perform({ sandbox }: Pick<At, "sandbox">, act: Act): Promise<ActResult | null> {
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch(`${sandbox.url}/sandbox/act`, {
      ...{ method: "POST", headers, body: JSON.stringify(act) },
    });
    const answer: unknown = await response.json();
    return isActResult(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isActResult(answer: unknown): answer is ActResult {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === true;
}

function toastOf(outcome: CardOutcome | undefined): string {
  return outcome?.code === 0 ? (outcome.toast?.content ?? "") : "";
}
