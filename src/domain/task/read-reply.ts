import type { Programme } from "../programme/programme.ts";
import { readPercent } from "../reading/numbers.ts";
import { readExtension } from "../reading/read-day.ts";
import { readStatement } from "../report/statement.ts";

// What the words of a reply to a task's card say. A figure that could mean two things is asked back.

export type ReplyReading =
  | { kind: "progress"; percent: number; words: string }
  /** There is a share in it, but which is not certain: 过半, two different ones, 0.8. */
  | { kind: "doubtful"; raw: string; words: string }
  /** `to`: the new due day, "" when it is not said. */
  | { kind: "extension"; to: string; words: string }
  | { kind: "sign" }
  | { kind: "words"; words: string };

const SIGNED = /^(已?签收|(已经?)?收到|知悉|好的?|received|noted|ok)[了。.！!\s]*$/i;
/** Longer than a figure with a word about it. */
const SHORT = 8;
const LOOSE = /过半|[大近]半|一半|多半|half/i;

/** `due`: the task's due day, from which 顺延三天 counts. */
export function readReply(
  text: string,
  due: string,
  programme: Pick<Programme, "fundSources">,
): ReplyReading {
  const words = text.trim();
  if (SIGNED.test(words)) return { kind: "sign" };
  const whole = readPercent(words);
  if (whole.ok) return { kind: "progress", percent: whole.value, words: whole.estimate ? words : "" };
  const shares = sharesIn(words, programme);
  const [only] = shares;
  if (only?.value !== undefined && shares.every(({ value }) => value === only.value))
    return { kind: "progress", percent: only.value, words };
  if (only) return { kind: "doubtful", raw: shares.map(({ raw }) => raw).join("、"), words };
  const to = readExtension(words, due);
  if (to !== null) return { kind: "extension", to, words };
  const loose = LOOSE.exec(words)?.[0];
  // Something short that is nearly a figure, as 0.8 is.
  const near = whole.reason === "ambiguous" && [...words].length <= SHORT ? words : undefined;
  const raw = loose ?? near;
  return raw === undefined ? { kind: "words", words } : { kind: "doubtful", raw, words };
}

/** Every percentage of the sentence, whatever it is said to be of. */
function sharesIn(
  text: string,
  programme: Pick<Programme, "fundSources">,
): Array<{ raw: string; value?: number }> {
  const { figures, questions } = readStatement(text, programme);
  const isShare = (raw: string) => /[%％成半]|百分/.test(raw);
  return [...figures, ...questions].filter(({ raw }) => isShare(raw));
}
