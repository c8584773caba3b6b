import type { RuleName } from "./rule-book.ts";

/**
 * One reason why the platform refuses a card. `code`: the platform's sub-code. `path`: the offending object
 * in the platform's notation (`ROOT -> body -> elements -> [2](tag: chart)`). `message`: the platform's text
 * where known; one that starts with "emulated: " is our own (feishu-contract 3.6). `rule`: the name in the
 * rule book.
 */
export type CardProblem = { code: number; path: string; message: string; rule: RuleName };
