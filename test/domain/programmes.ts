import pack from "../../db/programmes/luliang-ten-towns.json" with { type: "json" };
import { problemLine } from "../../src/domain/programme/pack-problem.ts";
import { type Programme, parsePack } from "../../src/domain/programme/programme.ts";
import villagesPack from "../fixtures/villages.json" with { type: "json" };

function programmeOf(input: unknown): Programme {
  const parsed = parsePack(input);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join("\n"));
  return parsed.programme;
}

/** The thirteen towns of the default pack. */
export const towns = programmeOf(pack);
/** Another city's three villages, with other areas, weights and fund sources. */
export const villages = programmeOf(villagesPack);
