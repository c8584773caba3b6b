import type { Action } from "../../../cards/action.ts";
import { query } from "../../../cards/query.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { figureKey } from "../../domain/question/figures.ts";
import type { Doubt, When } from "../../domain/question/intent.ts";
import { goalText } from "./goal-text.ts";

/** The action of a button for one of the possible towns: the original question about that town. */
export function doubtAction(doubt: Doubt & When): (option: Town) => Action {
  const { period } = doubt;
  return ({ slug: town }) => {
    switch (doubt.about) {
      case "status":
      case "explain":
        return doubt.about === "status" ? query.status(town, period) : query.explain(town, period);
      case "figure":
        return query.figure(town, figureKey(doubt.figure), period);
      case "compare":
        return doubt.town ? query.compare(doubt.town.slug, town) : query.status(town);
      case "what_if":
        return query.whatIf(town, goalText(doubt.aim));
      case "catch_up":
        return doubt.town ? query.whatIf(doubt.town.slug, town) : query.status(town);
    }
  };
}
