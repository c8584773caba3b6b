import type { CardProblem } from "../../card-rules/check-card.ts";
import type { Refusal } from "../refusal.ts";

// The platform's texts for CardKit's codes, shown after "ErrMsg:" (feishu-contract 3.6).
const MESSAGES = {
  10002: "Your request contains an invalid request parameter.",
  200220: "Failed to generate card content",
  200740: "The card entity does not exist",
  200750: "The card entity has expired",
  200770: "UUID conflict",
  200810: "The card is in an ongoing interaction and cannot be updated",
  200850: "Card streaming timeout",
  200860: "Card content exceeds limit.",
  300121: "Failed to replace element",
  300122: "Failed to update card configuration",
  300301: "Duplicate element_id in card component.",
  300302: "update_multi property is false",
  300303: "Only schema 2.0 is supported",
  300305: "element exceeds the limit",
  300307: "The card DSL is empty",
  300309: "Card streaming closed",
  300310: "Only update text",
  300311: "The current application does not have permission to update/use this card",
  300312: "Unable to update element tag",
  300313: "Failed to update element properties",
  300314: "Failed to delete element",
  300315: "Failed to add element",
  300317: "sequence number compare failed",
} as const;

export type CardKitCode = keyof typeof MESSAGES;

/** A CardKit refusal, HTTP 400; `detail` replaces the standard text. */
export function cardRefusal(code: CardKitCode, detail?: string): Refusal {
  return { code, msg: `ErrMsg: ${detail ?? MESSAGES[code]}; `, status: 400 };
}

/**
 * CardKit's code for a problem found by the card rules; `otherwise` is the operation's code for an invalid
 * card.
 */
export function cardProblemRefusal(problem: CardProblem, otherwise: CardKitCode): Refusal {
  if (problem.code === 230025) return cardRefusal(200860);
  if (problem.code === 300301) return cardRefusal(300301, problem.message);
  if (problem.code === 300302) return cardRefusal(300302);
  if (problem.message === "element exceeds the limit") return cardRefusal(300305);
  return cardRefusal(otherwise, [problem.path, problem.message].filter((part) => part !== "").join(" "));
}
