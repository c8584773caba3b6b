import * as z from "zod";
import { foldName } from "../places/place-index.ts";
import { procedure, step } from "../procedure/definition.ts";
import { adoptedBy, drop, proposal, withdraw } from "../procedure/proposal.ts";
import { lastTaken, type ProcedureRecord } from "../procedure/record.ts";
import type { Programme, Town } from "../programme/programme.ts";

// 别名和分组: one member of the city office proposes other names or another group for a town, a second one (a leader if the
// office has one member) adopts it. From then on it is the pack's own.

const LONGEST = 300;
const wasSchema = z.object({ town: z.string(), aliases: z.array(z.string()), group: z.string() });

export const naming = procedure({
  id: "naming",
  /** One open proposal for each town. */
  key: ({ town }) => town,
  outlasts: true,
  sees: ["office", "leader"],
  reasons: ["unchanged", "taken"],
  states: proposal("office", 5),
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        aliases: { kind: "words", longest: LONGEST, optional: true },
        group: { kind: "choice", of: ({ groups }) => groups },
        /** The town as it is now. */
        was: { kind: "given", schema: wasSchema },
      },
      refuses: (_, { aliases, group, was }, { programme }) => {
        const said = namesIn(aliases);
        if (group === was.group && said.join("、") === was.aliases.join("、")) return "unchanged";
        const taken = said.find((name) => isTaken(name, was.town, programme));
        return taken === undefined ? null : { reason: "taken", about: taken };
      },
      tells: ["office", "leader"],
    }),
    adopt: adoptedBy("office", "leader"),
    drop,
    withdraw,
  },
});

/** Names parted by 、 or a comma. */
function namesIn(text: string): string[] {
  const names = text.split(/[、,，;；\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

/** Whether another town or a county is called so. */
function isTaken(name: string, town: string, { towns, counties }: Programme): boolean {
  const wanted = foldName(name);
  const names = [
    ...towns
      .filter(({ slug }) => slug !== town)
      .flatMap((one) => [...one.aliases, one.name, one.short, one.slug]),
    ...counties.flatMap((one) => [one.name, one.short, one.slug]),
  ];
  return names.some((other) => foldName(other) === wanted);
}

const proposedSchema = z.object({ aliases: z.string(), group: z.string() });

/** The pack with what was adopted of its towns' names and groups, in the order it was adopted. */
export function renamed(pack: Programme, records: readonly ProcedureRecord[]): Programme {
  const adopted = records
    .filter(({ state }) => state === "adopted")
    .sort((a, b) => (lastTaken(a, "adopt")?.at ?? 0) - (lastTaken(b, "adopt")?.at ?? 0));
  const changes = new Map(adopted.map(({ town, data }) => [town, proposedSchema.parse(data)]));
  const change = (town: Town): Town => {
    const said = changes.get(town.slug);
    return said ? { ...town, aliases: namesIn(said.aliases), group: said.group } : town;
  };
  return { ...pack, towns: pack.towns.map(change) };
}
