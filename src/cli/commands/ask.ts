import { cardWords } from "../../../cards/card-words.ts";
import { previewDigest } from "../../bot/digests/preview.ts";
import { drawRecord } from "../../bot/living/draw-card.ts";
import { answerIntent } from "../../bot/questions/answer-intent.ts";
import { understandNow } from "../../bot/questions/context.ts";
import { personOf } from "../../bot/roster/people.ts";
import type { Reply } from "../../bot/sending/enqueue-message.ts";
import type { Deps } from "../../deps.ts";
import { asksDigest } from "../../domain/digest/asks-digest.ts";
import type { Person } from "../../domain/programme/people.ts";
import { withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const USAGE = "ask TEXT --as OPEN_ID [--json]";

/** `ask TEXT --as OPEN_ID`: what this person would be answered in private, in words. Stores and sends nothing. */
export function ask(args: string[], flags: { as: string | undefined }): Promise<Outcome> {
  const [text, ...more] = args;
  if (text === undefined || more.length > 0 || !flags.as) throw new WrongUsage(USAGE);
  const openId = flags.as;
  return withDeps(
    async (deps) => {
      const person = await personOf(deps, openId);
      if (!person) return refused([`名单里没有 ${openId}`]);
      const digest = asksDigest(text) ? await previewDigest(deps, person) : null;
      const intent = await understandNow(deps, person, text);
      const reply = digest ?? (await answerIntent(deps, { person, chat: null }, intent, text));
      const kind = digest ? "digest" : intent.kind;
      const words = await replyWords(deps, person, reply);
      return done(words.split("\n"), { understood: kind !== "unknown", kind, text: words });
    },
    { sends: false },
  );
}

/** An answer as the person would read it; a living card as it is now. */
async function replyWords(deps: Deps, { openId }: Person, reply: Reply): Promise<string> {
  if ("text" in reply) return reply.text;
  if ("card" in reply) return cardWords(reply.card);
  const reader = { messageId: "", openId, at: deps.clock.now(), view: "overview" };
  const drawn = await drawRecord(deps, reply.living, reader);
  return drawn === "too_large" ? "" : cardWords(drawn.card);
}
