import type { CardProblem } from "./problem.ts";
import { ruleBook } from "./rule-book.ts";

type Wording = { errMsg: string; path: boolean };

/** Codes with a constant ErrMsg and the details in ErrorValue. For some the ErrMsg contains the path. */
const fixedWording: ReadonlyMap<number, Wording> = new Map<number, Wording>([
  [
    ruleBook.json.code,
    { errMsg: "parse card json err, please check whether the card json is correct", path: false },
  ],
  [
    ruleBook["unsupported-tag"].code,
    { errMsg: "cards of schema V2 no longer support this capability", path: true },
  ],
  [ruleBook.chart.code, { errMsg: "chart spec is invalid", path: true }],
  [ruleBook.image.code, { errMsg: "card contains invalid image keys", path: false }],
  [ruleBook.user.code, { errMsg: "There is an invalid user resource(at/person) in your card", path: false }],
  [ruleBook["table-rows"].code, { errMsg: "table rows is invalid", path: true }],
  [ruleBook["table-row-name"].code, { errMsg: "table rows name is invalid", path: true }],
]);

/** Texts of ErrMsg that come with a specific ErrorValue. */
const errorValues: ReadonlyMap<string, string> = new Map([["card table number over limit", "table"]]);

/**
 * The message API's answer to a card with this problem, sent with HTTP 400: 230099 with the sub-code in the
 * text (feishu-contract 3.6). A card over the size limit is refused as a message (230025), before it is
 * parsed as a card.
 */
export function platformError(problem: Omit<CardProblem, "rule">): { code: number; msg: string } {
  if (problem.code === ruleBook.size.code) {
    return { code: ruleBook.size.code, msg: "The length of the message content reaches its limit." };
  }
  const fixed = fixedWording.get(problem.code);
  const value = fixed ? problem.message : errorValues.get(problem.message);
  const parts = [`ErrCode: ${problem.code}`];
  if (problem.path !== "" && problem.path !== "ROOT" && (fixed?.path ?? true))
    parts.push(`ErrPath: ${problem.path}`);
  parts.push(`ErrMsg: ${fixed?.errMsg ?? problem.message}`);
  if (value !== undefined) parts.push(`ErrorValue: ${value}`);
  return { code: 230099, msg: `Failed to create card content, ext=${parts.join("; ")}; ` };
}
