import { findPublication } from "../../../../db/publications.ts";
import { parsePeriod } from "../../../domain/calendar/period.ts";
import { AWARD_METHODS, awardOptions, readTerms } from "../../../domain/year/awards.ts";
import type { Given } from "./effect.ts";

/** The amounts resulting from the chosen split; null where the input is invalid or the split impossible. */
export const splitChosen: Given = async (deps, { about, typed }) => {
  const period = parsePeriod(about.period);
  const publication = period && (await findPublication(deps.db, period));
  const terms = readTerms(typed);
  const method = AWARD_METHODS.find((one) => one === typed.method);
  const split =
    publication && method && typeof terms !== "string"
      ? awardOptions(publication, terms).splits[method]
      : null;
  if (!publication || !split) return { split: null };
  const awards = split.awards.map(({ id, amount }) => ({ id, amount }));
  return { split: { awards, reserve: split.reserve, hash: publication.hash } };
};
