type Identified = readonly { id: string }[];

/** What every programme's reports fill. */
const USUAL = [
  "invested",
  "invested_due",
  "image_actual",
  "image_planned",
  "days_late",
  "penalty",
  "bonus",
  "deduct",
] as const;

/** The columns of the score table this pack can fill; its scheme may use no other. */
export function scoreColumns({ areas, fields }: { areas: Identified; fields: Identified }): string[] {
  return [
    ...areas.flatMap(({ id }) => [`${id}.done`, `${id}.due`]),
    ...USUAL,
    ...fields.map(({ id }) => ownColumn(id)),
  ];
}

/** The score table's column of a pack's own field. */
export function ownColumn(field: string): string {
  return `own.${field}`;
}
