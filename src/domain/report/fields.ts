import type { FIGURE_KINDS } from "../programme/pack-schema.ts";
import type { Programme } from "../programme/programme.ts";
import { IMAGE, INVESTMENT, type Investment, type Project, type SectionId } from "./content.ts";

// The fields of the two sections every programme has: of the year's money once, of every works project each. One list:
// what is asked, checked, shown to the reviewer, read from a sentence, counted as a burden and exported walks it. Fund
// sources, an area's items and words are told apart by the pack and are not among them.

export type FigureKind = (typeof FIGURE_KINDS)[number];

/**
 * `required`: a quarter is not complete without it. `cumulative`: it goes on from quarter to quarter and is asked anew
 * each time. The others keep last quarter's value.
 */
type Field = {
  id: string;
  of: "investment" | "project";
  kind: FigureKind;
  required: boolean;
  cumulative: boolean;
};

/** Those the rules themselves speak of; a pack adds its own (`fields`). Their words are in `cards/text/cells.ts`. */
const CORE = [
  { id: "plan", of: "investment", kind: "amount", required: true, cumulative: false },
  { id: "cumulative", of: "investment", kind: "amount", required: true, cumulative: true },
  { id: "quarter", of: "investment", kind: "amount", required: false, cumulative: false },
  { id: "total", of: "project", kind: "amount", required: true, cumulative: false },
  { id: "planned", of: "project", kind: "percent", required: true, cumulative: false },
  { id: "actual", of: "project", kind: "percent", required: true, cumulative: true },
] as const satisfies readonly Field[];

type CoreField = (typeof CORE)[number];
/** A field of the pack, with its name, its unit where it counts things, and other words a sentence calls it by. */
export type OwnField = Programme["fields"][number];
export type InvestmentField = Extract<CoreField, { of: "investment" }> | OwnField;
export type ProjectField = Extract<CoreField, { of: "project" }> | OwnField;

type With = Pick<Programme, "fields">;

type Fields = { investment: InvestmentField[]; project: ProjectField[] };
/** By the pack's own fields, because every cell of every press asks for them. */
const known = new WeakMap<With["fields"], Fields>();

function fieldsOf({ fields }: With): Fields {
  const found = known.get(fields) ?? {
    investment: [
      ...CORE.flatMap((field) => (field.of === "investment" ? [field] : [])),
      ...fields.filter(({ of }) => of === "investment"),
    ],
    project: [
      ...CORE.flatMap((field) => (field.of === "project" ? [field] : [])),
      ...fields.filter(({ of }) => of === "project"),
    ],
  };
  known.set(fields, found);
  return found;
}

/** The fields of the investment section, in the order they are asked. */
export function investmentFields(programme: With): readonly InvestmentField[] {
  return fieldsOf(programme).investment;
}

/** The fields of every project, in the order they are asked. */
export function projectFields(programme: With): readonly ProjectField[] {
  return fieldsOf(programme).project;
}

export function isOwn(field: InvestmentField | ProjectField): field is OwnField {
  return "name" in field;
}

/** A field's figure; null when it was not given. */
export function investmentFigure(investment: Investment, field: InvestmentField): number | null {
  return (isOwn(field) ? investment.more?.[field.id] : investment[field.id]) ?? null;
}

export function projectFigure(project: Project, field: ProjectField): number | null {
  return (isOwn(field) ? project.more?.[field.id] : project[field.id]) ?? null;
}

/** How a field's cell is called: `investment/plan`, `investment/count.jobs`, `image/project.p1.actual`. */
export function fieldKey(field: InvestmentField | ProjectField, project?: string): string {
  const name = isOwn(field) ? `${field.kind}.${field.id}` : field.id;
  return project === undefined ? `${INVESTMENT}/${name}` : `${IMAGE}/project.${project}.${name}`;
}

/** Reads the part of a key that names a field of a pack: `count.jobs`. */
export function ownFieldIn(name: string, { fields }: With): OwnField | undefined {
  return fields.find(({ id, kind }) => name === `${kind}.${id}`);
}

/** One figure of a content that a field asks for. */
type Given = { key: string; section: SectionId; field: InvestmentField | ProjectField; value: number | null };

/** Every figure the fields ask for, the investment's first, then project by project. */
export function givenFigures(
  content: { investment: Investment; image: { projects: Project[] } },
  programme: With,
): Given[] {
  const { investment, image } = content;
  return [
    ...investmentFields(programme).map((field) => ({
      key: fieldKey(field),
      section: INVESTMENT,
      field,
      value: investmentFigure(investment, field),
    })),
    ...image.projects.flatMap((project) =>
      projectFields(programme).map((field) => ({
        key: fieldKey(field, project.id),
        section: IMAGE,
        field,
        value: projectFigure(project, field),
      })),
    ),
  ];
}

/**
 * A pack's fields for the whole town: a field of projects is added up, a percentage weighted by their total investment.
 * Null where a figure is missing.
 */
export function ownTotals(
  { investment, image }: { investment: Investment; image: { projects: Project[] } },
  programme: With,
): Array<{ field: OwnField; value: number | null }> {
  return programme.fields.map((field) => ({
    field,
    value: field.of === "investment" ? investmentFigure(investment, field) : ofAll(image.projects, field),
  }));
}

function ofAll(projects: readonly Project[], field: OwnField): number | null {
  const figures = projects.map((project) => ({
    figure: projectFigure(project, field),
    weight: field.kind === "percent" ? project.total : 1,
  }));
  let sum = 0;
  let weights = 0;
  for (const { figure, weight } of figures) {
    if (figure === null || weight === null) return null;
    sum += figure * weight;
    weights += weight;
  }
  if (weights === 0) return null;
  return field.kind === "percent" ? sum / weights : sum;
}
