import { fillTemplate, type Variables } from "./fill-template.ts";
import { findMessage } from "./find-message.ts";
import type { Playing } from "./play-step.ts";
import type { CardRef, Chapter } from "./script-schema.ts";
import { personCalled, type Stage } from "./stage.ts";

/** Tells the spectator what comes, and plays it; passes over a chapter whose outcome has come already. */
export async function playChapter(
  { stage, begin }: Playing,
  chapter: Chapter,
  variables: Variables,
  play: () => Promise<boolean>,
): Promise<boolean> {
  if (hasCome(stage, chapter, variables)) return true;
  const filled = (text: string) => String(fillTemplate(text, variables));
  const { chapter: text, chapter_en = text, as } = chapter;
  begin({
    text: filled(text),
    text_en: filled(chapter_en),
    ...(as === undefined ? {} : { as: personCalled(stage.sandbox, filled(as)).open_id }),
  });
  return play();
}

/** Whether a chapter's outcome can be seen already, by a visitor's hand or an earlier script. */
export function hasCome({ sandbox }: Stage, { unless }: Chapter, variables: Variables): boolean {
  if (unless === undefined) return false;
  const as = personCalled(sandbox, String(fillTemplate(unless.who, variables))).open_id;
  const ref = filledRef(unless.on, variables);
  return findMessage(sandbox.store, { as, ref, cardsOnly: false }) !== undefined;
}

function filledRef(ref: CardRef, variables: Variables): CardRef {
  if (typeof ref === "string") return String(fillTemplate(ref, variables));
  const filled = Object.entries(ref).map(([key, text]) => [key, String(fillTemplate(text, variables))]);
  return Object.fromEntries(filled);
}
