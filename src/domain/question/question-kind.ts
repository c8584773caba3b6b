import type { Role } from "../programme/people.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

/**
 * One kind of question. Its words, an example and what it answers, are in cards/text/questions.ts under the same `id`;
 * understanding, suggestions, help, the bot's menu and the README are all made of these.
 */
export type QuestionKind = {
  id: string;
  /** The question a text asks, if it is one of this kind. */
  read: (heard: Heard) => Intent | null;
  /** Its words name its subject, so that it is never a follow-up of the answer before. */
  ownSubject?: true;
  /** The procedure whose records it asks for: no help offers it where the programme does without. */
  procedure?: string;
  /** Roles whose help shows the example; other roles may ask all the same. */
  help: readonly Role[];
  /** The key of its entry in the bot's menu, set in the developer console; the help of its roles has it as a button. */
  menu?: string;
  /** Offered for a text that was not understood: about a town it names, in any case, or after all others. */
  suggest?: "town" | "always" | "last";
};
