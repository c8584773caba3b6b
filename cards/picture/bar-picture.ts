import type { CardElement } from "../card.ts";
import { chart } from "../elements.ts";
import { INK, NAMES, TRACK } from "./colours.ts";

/**
 * One bar: its name, its length with the figure printed in it, and its colour. `value` null: the name stands in the
 * picture without a bar. `kind`: what the colour means, in words.
 */
export type Bar = { name: string; value: number | null; shown: string; kind: string; colour: string };

/** Bars drawn; the others are counted by the card. */
export const MOST_BARS = 30;

/** px: height of a bar with its gap, and of the space around all of them. */
const [PITCH, AROUND] = [22, 12];

/**
 * `line`: a value to compare with, such as the schedule. `whole`: the value that fills the width, unless a bar is longer.
 * `rest`: in words, what is missing to the whole, drawn as a pale track.
 */
type Scale = { line?: number; whole?: number; rest?: string };

/**
 * Horizontal bars from top to bottom, read like a list: names on the left, figures inside. Where a bar is too short for
 * its figure, all figures stand beside the names.
 */
export function barPicture(bars: readonly Bar[], { line, whole, rest }: Scale = {}): CardElement {
  const drawn = bars.slice(0, MOST_BARS);
  const lengths = drawn.flatMap(({ value }) => value ?? []);
  const inside = figuresFit(lengths);
  const names = distinct(
    drawn.map(({ name, shown }) => (inside || shown === "" ? name : `${name}  ${shown}`)),
  );
  const values = drawn.flatMap(({ value, shown, kind }, i) => [
    { name: names[i], ...(value === null ? {} : { value }), shown, kind },
    ...(rest && whole && whole > (value ?? 0)
      ? [{ name: names[i], value: whole - (value ?? 0), shown: "", kind: rest }]
      : []),
  ]);
  const colours = [
    ...new Map([
      ...drawn.map(({ kind, colour }) => [kind, colour] as const),
      ...(rest ? [[rest, TRACK] as const] : []),
    ]),
  ];
  const spec = {
    type: "bar",
    direction: "horizontal",
    data: { values },
    xField: "value",
    yField: "name",
    seriesField: "kind",
    stack: true,
    color: {
      type: "ordinal",
      domain: colours.map(([kind]) => kind),
      range: colours.map(([, colour]) => colour),
    },
    padding: { top: 4, right: 4, bottom: 4, left: 0 },
    bar: { style: { cornerRadius: 3 } },
    label: inside
      ? // A client without formats prints the plain value.
        { visible: true, position: "inside-left", formatter: "{shown}", style: { fill: INK, lineWidth: 0 } }
      : { visible: false },
    // What the colours mean is said below the picture, in each reader's language.
    legends: { visible: false },
    axes: [
      nameAxis(inside),
      { orient: "bottom", type: "linear", visible: false, ...range([...lengths, line ?? 0, whole ?? 0]) },
    ],
    ...(line === undefined ? {} : { markLine: [comparison(line)] }),
  };
  return chart(spec, AROUND + PITCH * drawn.length);
}

function nameAxis(inside: boolean) {
  return {
    orient: "left",
    type: "band",
    maxWidth: inside ? "60%" : "75%",
    sampling: false,
    domainLine: { visible: false },
    tick: { visible: false },
    label: { space: 6, style: { fill: NAMES, fontSize: 12 } },
  };
}

/** Whether every bar is long enough for the figure printed in it. */
function figuresFit(lengths: number[]): boolean {
  return Math.min(...lengths) > 0 && Math.min(...lengths) >= Math.max(...lengths) * 0.4;
}

/** The whole width for the longest bar; left to the chart where a value is negative. */
function range(lengths: number[]): { min?: number; max?: number } {
  const longest = Math.max(...lengths);
  return Math.min(...lengths) >= 0 && longest > 0 ? { min: 0, max: longest } : {};
}

/** Bars of one name would be drawn as one: later ones are numbered. */
function distinct(names: string[]): string[] {
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((one) => one === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

function comparison(x: number) {
  return {
    x,
    line: { style: { stroke: "#8F959E", lineDash: [4, 3], lineWidth: 1.5 } },
    endSymbol: { visible: false },
  };
}
