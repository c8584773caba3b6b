import { LONGEST_OBJECTION, type Objection } from "../../../src/domain/objection.ts";

export const longest = "字".repeat(LONGEST_OBJECTION);

/** An objection answered, question and answer as long as they come. */
export const objection: Objection = {
  id: "0123456789abcdef",
  period: "2026Q3",
  town: "qikou",
  indicator: "inv",
  text: longest,
  by: "ou_1",
  at: Date.UTC(2026, 9, 20),
  answer: longest,
  accepted: true,
  answeredBy: "ou_2",
  answeredAt: Date.UTC(2026, 9, 21),
};
