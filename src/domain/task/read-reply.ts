import type { Programme } from "../programme/programme.ts";
import { readPercent } from "../reading/numbers.ts";
import { readExtension } from "../reading/read-day.ts";
import { readable } from "../reading/readable.ts";
import { readStatement } from "../report/statement.ts";

// Interprets the text of a reply to a task's card. An ambiguous figure has to be confirmed.

export type ReplyReading =
  | { kind: "progress"; percent: number; words: string }
  /**
   * The text contains a share that is ambiguous: 过半, two different ones, 0.8. `percent`: what is probably meant, the
   * later one of 从60%提高到80%.
   */
  | { kind: "doubtful"; raw: string; percent?: number; words: string }
  /** `to`: the new due day, "" if not given. */
  | { kind: "extension"; to: string; words: string }
  | { kind: "sign" }
  | { kind: "words"; words: string };

const SIGNED = /^(已?签收|(已经?)?收到|知悉|好的?|received|noted|ok)[了。.！!\s]*$/i;
/** Most characters of a text that is only a figure with a word or two. */
const SHORT = 8;
/** The sender is not sure, or asks. */
const DOUBTED =
  /[?？]|吗|可能|也许|应该|好像|估摸|不确定|不清楚|没准|吧[。!！~\s]*$|\b(?:maybe|perhaps|probably|not sure)\b/i;
const LOOSE = /过半|[大近]半|一半|多半|half/i;

/** `due`: the task's due day; 顺延三天 counts from it. */
export function readReply(
  text: string,
  due: string,
  programme: Pick<Programme, "fundSources">,
): ReplyReading {
  const words = text.trim();
  if (SIGNED.test(readable(words).trim())) return { kind: "sign" };
  const whole = readPercent(words);
  const unsure = DOUBTED.test(readable(words));
  if (whole.ok && !unsure)
    return { kind: "progress", percent: whole.value, words: whole.estimate ? words : "" };
  const shares = sharesIn(words, programme);
  const [only] = shares;
  const one = shares.length === 1 ? only?.value : undefined;
  if (only && one !== undefined && (only.later || unsure))
    return { kind: "doubtful", raw: only.raw, percent: one, words };
  if (only?.value !== undefined && shares.every(({ value }) => value === only.value))
    return { kind: "progress", percent: only.value, words };
  if (only) return { kind: "doubtful", raw: shares.map(({ raw }) => raw).join("、"), words };
  const to = readExtension(words, due);
  if (to !== null) return { kind: "extension", to, words };
  if (whole.ok) return { kind: "doubtful", raw: words, percent: whole.value, words };
  const loose = LOOSE.exec(readable(words))?.[0];
  // A short text that is almost a figure, such as 0.8.
  const near = whole.reason === "ambiguous" && [...words].length <= SHORT ? words : undefined;
  const raw = loose ?? near;
  return raw === undefined ? { kind: "words", words } : { kind: "doubtful", raw, words };
}

/** Every percentage in the sentence, whatever it refers to. */
function sharesIn(
  text: string,
  programme: Pick<Programme, "fundSources">,
): Array<{ raw: string; value?: number; later?: true }> {
  const { figures, questions } = readStatement(text, programme);
  const isShare = (raw: string) => /[%％成半]|百分/.test(raw);
  return [...figures, ...questions].filter(({ raw }) => isShare(raw));
}
