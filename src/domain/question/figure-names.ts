import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import type { Figure } from "./figure.ts";

// The words by which a pack names its own figures: what is added to the pack is askable at once.

/** A name of the pack shorter than this is too common to be recognised in a sentence. */
const SHORTEST = 2;
/** Says that the points of an indicator are meant. */
const SCORED = /几分|多少分|得分|分数|的分|\bpoints?\b|\bscores?\b|\bmarks?\b/;

/** `scored`: meant only where its points are asked for, because the words alone name another figure. */
export type FigureName = { name: string; figure: Figure; scored?: true };
const known = new WeakMap<Programme, FigureName[]>();

/** The pack's figure a folded text names, with the words that name it; null when it names none. */
export function namedFigure(text: string, programme: Programme): FigureName | null {
  const scored = SCORED.test(text);
  return namesOf(programme).find((one) => (scored || !one.scored) && text.includes(one.name)) ?? null;
}

/** Every name of an area, item, fund source or indicator; those with points first, then the longest. */
export function namesOf(programme: Programme): FigureName[] {
  const cached = known.get(programme);
  if (cached) return cached;
  const names = [...indicators(programme), ...areas(programme), ...fundSources(programme)]
    .map((one): FigureName => ({ ...one, name: foldText(one.name) }))
    .filter(({ name }) => (/^[ -~]+$/.test(name) ? name.length >= 5 : name.length >= SHORTEST))
    .sort((a, b) => Number(b.scored ?? false) - Number(a.scored ?? false) || b.name.length - a.name.length);
  known.set(programme, names);
  return names;
}

function areas(programme: Programme): FigureName[] {
  return programme.areas.flatMap((area) => [
    ...[area.name, area.nameEn].map((name) => ({ name, figure: { kind: "area", id: area.id } as const })),
    ...area.items.flatMap(({ id, name, nameEn }) =>
      [name, nameEn].map((one) => ({ name: one, figure: { kind: "item", id } as const })),
    ),
  ]);
}

function fundSources({ fundSources }: Programme): FigureName[] {
  return fundSources.flatMap(({ id, name, nameEn }) =>
    [
      ...[`${name}资金`, `${name}到位`, `${name}投资`, `${nameEn} funds`],
      ...(name.length > 2 ? [name, ...firstWord(name, fundSources)] : []),
    ].map((one) => ({ name: one, figure: { kind: "fund", id } as const })),
  );
}

/** 上级资金 for 上级专项资金, unless another source begins with the same word. */
function firstWord(name: string, sources: Programme["fundSources"]): string[] {
  const word = name.slice(0, 2);
  return sources.some((other) => other.name !== name && other.name.startsWith(word)) ? [] : [`${word}资金`];
}

/**
 * The scheme's indicators, by the words the ranking prints: their points, where points are asked for; else the done
 * share of the content area behind them. What has neither an area nor a figure of its own is always its points.
 */
function indicators({ scheme, areas }: Programme): FigureName[] {
  return [...nodesOf(scheme.root)].flatMap((node): FigureName[] => {
    if (isGroup(node)) return [];
    const { value } = node;
    const labels = [node.label, node.labelEn].filter((label) => label !== undefined);
    const points = { kind: "points", id: node.id } as const;
    if (value.kind !== "ratio") {
      const short = labels.flatMap((label) => (/^[ -~]+$/.test(label) ? [] : [`${label.slice(-2)}分`]));
      const asked = labels.map((label) => (/^[ -~]+$/.test(label) ? { label, scored: true } : { label }));
      return [
        ...asked.map(
          ({ label, scored }): FigureName => ({ name: label, figure: points, ...(scored ? { scored } : {}) }),
        ),
        ...short.map((name) => ({ name, figure: points })),
      ];
    }
    const area = areas.find(({ id }) => value.of === `${id}.done`);
    return labels.flatMap((name): FigureName[] => [
      { name, figure: points, scored: true },
      ...(area ? [{ name, figure: { kind: "area", id: area.id } as const }] : []),
    ]);
  });
}
