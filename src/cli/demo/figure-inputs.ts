import { type Basis, IMAGE, INVESTMENT } from "../../domain/report/content.ts";
import { fieldKey } from "../../domain/report/fields.ts";
import type { RawInputs } from "../../domain/report/inputs.ts";
import { dueItems } from "../../domain/report/plan.ts";
import type { TownFigures } from "./demo-file.ts";

/** The demo's figures as the inputs an official would type. */
export function figureInputs(figures: TownFigures, basis: Basis): RawInputs {
  const areas = basis.programme.areas.flatMap((area): Array<[string, string]> => {
    const items = dueItems(basis, area).map((item) => item.id);
    const from = (id: string) => basis.plan.dueFrom?.[id] ?? 1;
    const ordered = [...items].sort((a, b) => from(a) - from(b));
    const percents = spread(figures.shares[area.id] ?? 0, ordered.length);
    return [
      ...ordered.map((id, i): [string, string] => [`${area.id}/item.${id}`, String(percents[i] ?? 0)]),
      [`${area.id}/problem`, figures.problems?.[area.id] ?? ""],
      [`${area.id}/next`, figures.next?.[area.id] ?? ""],
    ];
  });
  // What must be given and the demo says nothing of is none.
  const own = basis.programme.fields.flatMap((field): Array<[string, string]> => {
    const figure = figures.own?.[field.id] ?? (field.required ? 0 : null);
    if (figure === null) return [];
    const projects = field.of === "project" ? Object.keys(figures.actual) : [undefined];
    return projects.map((project) => [fieldKey(field, project), String(figure)]);
  });
  return {
    ...Object.fromEntries(areas),
    ...Object.fromEntries(own),
    [`${INVESTMENT}/cumulative`]: String(figures.cumulative),
    ...Object.fromEntries(
      Object.entries(figures.sources).map(([id, v]) => [`${INVESTMENT}/source.${id}`, String(v)]),
    ),
    ...Object.fromEntries(
      Object.entries(figures.actual).map(([id, v]) => [`${IMAGE}/project.${id}.actual`, String(v)]),
    ),
  };
}

/** A done share as items finished one after another: 0.85 of four items is 100, 100, 100, 40. */
function spread(share: number, items: number): number[] {
  let left = Math.round(share * items * 100);
  return Array.from({ length: items }, () => {
    const percent = Math.min(100, left);
    left -= percent;
    return percent;
  });
}
