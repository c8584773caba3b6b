import { namedIn, soundAlikes } from "../places/place-names.ts";
import type { Programme } from "../programme/programme.ts";
import { findFigure, withoutFigure } from "./figures.ts";
import { followUp } from "./follow-up.ts";
import { type Heard, hear } from "./heard.ts";
import type { AskContext, Intent } from "./intent.ts";
import { asksWhy, unexplained } from "./intent-words.ts";
import { QUESTION_KINDS } from "./kinds.ts";
import type { QuestionKind } from "./question-kind.ts";

/**
 * Reads one message in Chinese or English as one of the kinds of question. Nothing is guessed: an ambiguous town is
 * asked back, and a text that is not understood keeps what of it was. Pure: the same text and context give the same
 * intent.
 */
export function understand(
  written: string,
  programme: Programme,
  context: AskContext,
  kinds: readonly QuestionKind[] = QUESTION_KINDS,
): Intent {
  const heard = hear(written, programme, context);
  const whole = followUp(heard);
  for (const { ownSubject, read } of kinds) {
    // What completes the answer before stands behind what names its own subject.
    if (whole && !ownSubject) return whole;
    const intent = read(heard);
    if (intent) return intent;
  }
  const { when, places, english } = heard;
  return aboutSoundAlikes(heard) ?? { kind: "unknown", parts: { ...when, towns: namedIn(places), english } };
}

/** The last resort: a town whose name sounds similar; what was asked about it is kept. */
function aboutSoundAlikes({ rest, said, programme, when }: Heard): Intent | null {
  const figure = findFigure(said, programme);
  // A particle may be a syllable of the name: 无同 for 梧桐.
  const pieces = [unexplained(rest), ...(figure ? [withoutFigure(rest, programme)] : [])];
  const options = pieces.map((piece) => soundAlikes(piece, programme)).find(({ length }) => length > 0);
  if (!options) return null;
  if (asksWhy(rest)) return { kind: "which", options, about: "explain", ...when };
  return { kind: "which", options, ...(figure ? { about: "figure", figure } : { about: "status" }), ...when };
}
