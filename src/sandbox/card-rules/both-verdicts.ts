import { type CardVerdict, judgeCard } from "./check-card.ts";
import type { CardProblem } from "./problem.ts";
import { type CardMode, type Confidence, evidenceFor } from "./rule-book.ts";

/** A problem with the source of the rule and how certain it is. */
export type GroundedProblem = CardProblem & { source: string; confidence: Confidence };

/** The verdict on a card in one mode. */
export type GroundedVerdict = Omit<CardVerdict, "problems"> & {
  mode: CardMode;
  passes: boolean;
  problems: GroundedProblem[];
};

/** The verdicts on a card in both modes: as observed on the real platform, and as documented. */
export function bothVerdicts(card: unknown): Record<CardMode, GroundedVerdict> {
  const inMode = (mode: CardMode): GroundedVerdict => {
    const verdict = judgeCard(card, { mode });
    const problems = verdict.problems.map((problem) => {
      const { source, confidence } = evidenceFor(problem.rule);
      return { ...problem, source, confidence };
    });
    return { ...verdict, mode, passes: problems.length === 0, problems };
  };
  return { observed: inMode("observed"), documented: inMode("documented") };
}
