import type { Action } from "../../../cards/action.ts";
import { query } from "../../../cards/query.ts";
import type { Town } from "../../domain/programme/programme.ts";
import type { Doubt } from "../../domain/question/understand.ts";
import { goalText } from "./goal-text.ts";

/** The action of a button for one of the possible towns: the original question about that town. */
export function doubtAction(doubt: Doubt): (option: Town) => Action {
  return ({ slug: town }) => {
    switch (doubt.about) {
      case "status":
      case "explain":
        return doubt.about === "status" ? query.status(town) : query.explain(town);
      case "compare":
        return doubt.town ? query.compare(doubt.town.slug, town) : query.status(town);
      case "what_if":
        return query.whatIf(town, goalText(doubt.aim));
      case "catch_up":
        return doubt.town ? query.whatIf(doubt.town.slug, town) : query.status(town);
    }
  };
}
