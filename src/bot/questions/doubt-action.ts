import type { Action } from "../../../cards/action.ts";
import type { Town } from "../../domain/programme.ts";
import type { Doubt } from "../../domain/understand.ts";
import { goalText } from "./goal-text.ts";

/** What pressing one of the towns in doubt asks for: the question as it was put, with that town in it. */
export function doubtAction(doubt: Doubt): (option: Town) => Action {
  return ({ slug: town }) => {
    switch (doubt.about) {
      case "status":
      case "explain":
        return { kind: doubt.about, town };
      case "compare":
        return doubt.town
          ? { kind: "compare", town: doubt.town.slug, other: town }
          : { kind: "status", town };
      case "what_if":
        return { kind: "what_if", town, goal: goalText(doubt.aim) };
      case "catch_up":
        return doubt.town ? { kind: "what_if", town: doubt.town.slug, goal: town } : { kind: "status", town };
    }
  };
}
