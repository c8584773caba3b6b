import { exampleNames } from "../../../cards/ask/questions.ts";
import type { Deps } from "../../deps.ts";
import { spokenNames } from "../../domain/places/place-index.ts";
import type { Person } from "../../domain/programme/people.ts";
import { masked } from "../../domain/question/mask.ts";
import { answerIntent } from "./answer-intent.ts";
import { understandNow } from "./context.ts";

/** Nobody of the roster, who sees what is published and no photos, so that none are asked for. */
const NOBODY: Person = { openId: "", name: "", role: "department", area: "", locale: "zh-CN" };

/**
 * Asks the examples of a leader's help once at the start and throws the answers away, so that nobody's first question
 * waits for the indexes, queries and results that are kept from then on. Nothing is stored or sent.
 */
export async function warmUp(deps: Deps): Promise<void> {
  spokenNames(deps.programme);
  masked("", [], deps.programme);
  const names = exampleNames(deps.programme, NOBODY.locale);
  for (const { help, words } of deps.questions) {
    if (!help.includes("leader")) continue;
    const said = words[NOBODY.locale].say(names);
    const intent = await understandNow(deps, NOBODY, said);
    await answerIntent(deps, { person: NOBODY, chat: null }, intent, said);
  }
}
