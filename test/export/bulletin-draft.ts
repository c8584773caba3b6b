import { composeBulletin } from "../../cards/bulletin/compose.ts";
import type { Draft } from "../../src/domain/bulletin/draft.ts";
import { bulletinFacts } from "../../src/domain/bulletin/gather.ts";
import { bulletinInput, cityOf, TODAY } from "../domain/bulletin/city.ts";

/** The bulletin of a city of so many towns. */
export function draftFor(towns: number): Draft {
  const programme = cityOf(towns);
  const input = bulletinInput(programme);
  return composeBulletin(bulletinFacts(input), {
    ...{ programme, publication: input.now, before: [], today: TODAY },
  });
}
