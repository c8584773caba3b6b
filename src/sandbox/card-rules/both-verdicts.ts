import { type CardVerdict, judgeCard } from "./check-card.ts";
import type { CardProblem } from "./problem.ts";
import { type CardMode, type Confidence, evidenceFor } from "./rule-book.ts";

/** A problem with the ground it is refused on. */
export type GroundedProblem = CardProblem & { source: string; confidence: Confidence };

/** One mode's verdict on a card. */
export type GroundedVerdict = Omit<CardVerdict, "problems"> & {
  mode: CardMode;
  passes: boolean;
  problems: GroundedProblem[];
};

/** What the real platform is known to say of a card, and what its published tables say. */
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
