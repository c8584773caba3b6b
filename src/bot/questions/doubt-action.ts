import type { Action } from "../../../cards/action.ts";
import { query } from "../../../cards/query.ts";
import type { Town } from "../../domain/programme.ts";
import type { Doubt } from "../../domain/understand.ts";
import { goalText } from "./goal-text.ts";

/** What pressing one of the towns in doubt asks for: the question as it was put, with that town in it. */
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
