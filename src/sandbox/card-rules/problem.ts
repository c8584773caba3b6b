import type { RuleName } from "./rule-book.ts";

/**
 * One thing the platform refuses in a card. `code` is the platform's sub-code, `path` is the offending object in its own
 * style (`ROOT -> body -> elements -> [2](tag: chart)`), `message` says what is wrong in the platform's words where they
 * are known; one that starts with "emulated: " is ours (feishu-contract 3.6). `rule` names why, in the rule book.
 */
export type CardProblem = { code: number; path: string; message: string; rule: RuleName };
