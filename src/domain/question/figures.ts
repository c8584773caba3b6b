import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";

// The figures that can be asked for, found by the pack's own words: an item added to the pack is askable at once.

/**
 * Figures every programme has. `share`: invested of the year's plan; `pace`: that share against the schedule, in
 * percentage points; `light`: 0 grey, 1 red, 2 yellow, 3 green; `gain`: points against the quarter before.
 */
export type Measure =
  | "invested"
  | "plan"
  | "share"
  | "pace"
  | "light"
  | "image"
  | "funds"
  | "score"
  | "place"
  | "gain";
/** `fund`: a fund source; `area`: the done share of a content area; `item`: one item of one. `id` as in the pack. */
export type Figure = { kind: Measure } | { kind: "fund" | "area" | "item"; id: string };

/** Scores and places, which exist once a quarter is published. */
export function isResult({ kind }: Figure): boolean {
  return kind === "score" || kind === "place" || kind === "gain";
}

/** Words of the measures; the first match wins, so the narrower ones stand first. */
const WORDS: ReadonlyArray<readonly [Measure, RegExp]> = [
  [
    "pace",
    /序时|(?:慢|快|落后|滞后|超前)于?(?:计划|进度)|进度(?:落后|滞后|慢|快)|滞后|\b(?:behind|ahead of|on) schedule\b/,
  ],
  ["light", /[红黄绿灰]灯|亮灯|的灯|(?:什么|啥|哪种)灯|\blights?\b/],
  ["gain", /进步|提高(?:得)?最|涨(?:得)?最|\bimproved?\b|progressed/],
  [
    "share",
    /(?:计划|年度|任务|投资).{0,6}(?:百分之|几成|比例|多少%|占比|完成率)|完成率|投资率|占(?:年度)?计划|share of (?:the )?plan/,
  ],
  [
    "plan",
    /(?:年度|全年|今年)?计划.{0,3}投资|年度计划(?!完成|进度)|投资计划|\bplanned investment|investment plan|year plan/,
  ],
  ["funds", /到位|资金|\bfunds?\b|\bfunding\b/],
  ["image", /形象(?:进度)?|\bimage\b/],
  [
    "place",
    /排第?几|第几名?|名次|位次|排多少|排第[一二三四五六七八九十\d]+了?[吗没?]|\bplace\b|\brank(?:ed)?\b/,
  ],
  ["score", /得分|多少分|分数|总分|几分|\bscores?\b|\bpoints\b/],
  ["invested", /投资|投[了得入]|投多少|花了多少|\binvest(?:ed|ment)?\b|\bspen[dt]\b/],
];
/** A name of the pack shorter than this is too common to be recognised in a sentence. */
const SHORTEST = 2;

/** The figure a folded text names; null when it names none. */
export function findFigure(text: string, programme: Programme): Figure | null {
  const named = namesOf(programme).find(({ name }) => text.includes(name));
  if (named) return named.figure;
  const measure = WORDS.find(([, words]) => words.test(text));
  return measure ? { kind: measure[0] } : null;
}

type Name = { name: string; figure: Figure };
const known = new WeakMap<Programme, Name[]>();

/** Every name of an area, item or fund source, longest first. Investment and image progress have words of their own. */
function namesOf(programme: Programme): Name[] {
  const cached = known.get(programme);
  if (cached) return cached;
  const names = [
    ...programme.areas.flatMap((area) => [
      ...[area.name, area.nameEn].map((name) => ({ name, figure: { kind: "area", id: area.id } as const })),
      ...area.items.flatMap(({ id, name, nameEn }) =>
        [name, nameEn].map((one) => ({ name: one, figure: { kind: "item", id } as const })),
      ),
    ]),
    ...labelsOf(programme),
    ...programme.fundSources.flatMap(({ id, name, nameEn }) =>
      [
        `${name}资金`,
        `${name}到位`,
        `${name}投资`,
        `${nameEn} funds`,
        ...(name.length > 2 ? [name] : []),
      ].map((one) => ({
        name: one,
        figure: { kind: "fund", id } as const,
      })),
    ),
  ]
    .map(({ name, figure }): Name => ({ name: foldText(name), figure }))
    .filter(({ name }) => (/^[ -~]+$/.test(name) ? name.length >= 5 : name.length >= SHORTEST))
    .sort((a, b) => b.name.length - a.name.length);
  known.set(programme, names);
  return names;
}

/** The scheme's labels of the content areas: people ask by the words the ranking prints. */
function labelsOf(programme: Programme): Name[] {
  return [...nodesOf(programme.scheme.root)].flatMap((node) => {
    if (isGroup(node) || node.value.kind !== "ratio") return [];
    const { of } = node.value;
    const area = programme.areas.find(({ id }) => of === `${id}.done`);
    const labels = [node.label, node.labelEn].filter((label) => label !== undefined);
    return area ? labels.map((name) => ({ name, figure: { kind: "area", id: area.id } as const })) : [];
  });
}

/** The text without the words that name a figure. */
export function withoutFigure(text: string, programme: Programme): string {
  const named = namesOf(programme).find(({ name }) => text.includes(name));
  if (named) return text.replace(named.name, " ");
  const measure = WORDS.find(([, words]) => words.test(text));
  return measure ? text.replace(measure[1], " ") : text;
}

/** A figure in one word: `invested`, `area:facilities`. */
export function figureKey(figure: Figure): string {
  return "id" in figure ? `${figure.kind}:${figure.id}` : figure.kind;
}

/** Reads it again; null for a figure the programme does not have. */
export function readFigure(key: string, programme: Programme): Figure | null {
  const measure = WORDS.find(([name]) => name === key);
  if (measure) return { kind: measure[0] };
  return namesOf(programme).find(({ figure }) => figureKey(figure) === key)?.figure ?? null;
}
