import { digestText } from "../../cards/text/digest.ts";
import { selfCheckText } from "../../cards/text/self-check.ts";
import type { Deps } from "../deps.ts";
import { asksDigest } from "../domain/digest/asks-digest.ts";
import type { Person } from "../domain/programme/people.ts";
import { asksSelfCheck } from "../domain/question/about-mine.ts";
import { previewDigest } from "./digests/preview.ts";
import type { Reply } from "./sending/enqueue-message.ts";

/**
 * What is asked of the bot itself, not of the programme: the digest as it would be now, and for the office how the bot
 * is. `line`: what a group reads instead. Null for any other text.
 */
export async function ownAnswer(
  deps: Deps,
  person: Person,
  text: string,
): Promise<{ kind: string; reply: Reply; line: string } | null> {
  if (asksSelfCheck(text)) {
    const { forOffice, sentPrivately, elsewhere } = selfCheckText(person.locale);
    const found = person.role === "city_office" ? await deps.selfCheck?.(deps, person) : { text: forOffice };
    return { kind: "self_check", reply: found ?? { text: elsewhere }, line: sentPrivately };
  }
  const digest = asksDigest(text) ? await previewDigest(deps, person) : null;
  return digest && { kind: "digest", reply: digest, line: digestText(person.locale).sentPrivately };
}
