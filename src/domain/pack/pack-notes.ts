import { foldName } from "../places/place-index.ts";
import type { Aside, Procedure, State } from "../procedure/definition.ts";
import type { PackPath } from "../programme/pack-problem.ts";
import type { County, Programme, Town } from "../programme/programme.ts";
import { IMAGE, INVESTMENT, sectionsOf } from "../report/content.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";

// What a sound pack does that its author may not have meant.

/**
 * `clash`: several places are called so, and whoever says it is asked which is meant. `weightless`: an indicator that
 * changes no score. `unasked`: a section the scheme does not use, which no report asks for. `unknown`: a procedure, or a
 * state of one, that does not exist; `known`: those that do.
 */
export type PackNote =
  | { kind: "clash"; path: PackPath; name: string; places: string[] }
  | { kind: "weightless"; path: PackPath; node: string }
  | { kind: "unasked"; path: PackPath; section: string }
  | { kind: "unknown"; path: PackPath; name: string; known: string[] };

export function packNotes(programme: Programme, procedures: readonly Procedure[]): PackNote[] {
  return [
    ...clashes(programme),
    ...weightless(programme),
    ...unasked(programme),
    ...unknownProcedures(programme, procedures),
  ];
}

/** Names that several places have and the pack does not declare as shared. */
function clashes({ towns, counties, ambiguousInitials }: Programme): PackNote[] {
  const declared = new Set(Object.keys(ambiguousInitials).map(foldName));
  const named = [
    ...counties.flatMap((county, i) => namesOf(county, ["counties", i])),
    ...towns.flatMap((town, i) => namesOf(town, ["towns", i])),
  ];
  const byName = new Map<string, Named[]>();
  for (const one of named) byName.set(one.key, [...(byName.get(one.key) ?? []), one]);
  return [...byName].flatMap(([key, all]) => {
    const places = [...new Set(all.map(({ place }) => place.name))];
    const last = all.at(-1);
    return last && places.length > 1 && !declared.has(key)
      ? [{ kind: "clash" as const, path: last.path, name: last.name, places }]
      : [];
  });
}

type Named = { key: string; name: string; path: PackPath; place: Town | County };

function namesOf(place: Town | County, at: PackPath): Named[] {
  const own = (["name", "short", "nameEn", "slug"] as const).map(
    (key) => [place[key], [...at, key]] as const,
  );
  const aliases = "aliases" in place ? place.aliases : [];
  const others = aliases.map((alias, i) => [alias, [...at, "aliases", i]] as const);
  return [...own, ...others].map(([name, path]) => ({ key: foldName(name), name, path, place }));
}

function weightless({ scheme }: Programme): PackNote[] {
  return nodesOf(scheme.root).flatMap((node) =>
    !isGroup(node) && node.weight === 0 ? [{ kind: "weightless", path: ["scheme"], node: node.id }] : [],
  );
}

function unasked(programme: Programme): PackNote[] {
  const asked = sectionsOf(programme);
  return [...programme.areas.map(({ id }) => id), INVESTMENT, IMAGE].flatMap((section, i) =>
    asked.includes(section)
      ? []
      : [{ kind: "unasked", path: i < programme.areas.length ? ["areas", i] : ["scheme"], section }],
  );
}

/** The states and asides whose working days a pack may give: a day that a form always names is none of them. */
function countedIn({ states, asides = {} }: Procedure): string[] {
  const all = [...Object.entries<State | Aside>(states), ...Object.entries(asides)];
  return all.flatMap(([name, { owes }]) => {
    const within = owes?.within;
    return typeof within === "number" || (within && "usually" in within) ? [name] : [];
  });
}

function unknownProcedures(programme: Programme, procedures: readonly Procedure[]): PackNote[] {
  return Object.entries(programme.procedures).flatMap(([id, { days }]): PackNote[] => {
    const path = ["procedures", id];
    const found = procedures.find((procedure) => procedure.id === id);
    if (!found) return [{ kind: "unknown", path, name: id, known: procedures.map((one) => one.id) }];
    const known = countedIn(found);
    return Object.keys(days).flatMap((state) =>
      known.includes(state)
        ? []
        : [{ kind: "unknown" as const, path: [...path, "days", state], name: state, known }],
    );
  });
}
