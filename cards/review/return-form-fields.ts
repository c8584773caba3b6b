import type { SectionId } from "../../src/domain/report/content.ts";

// The names of a return form's inputs, shared by the card that writes them and the bot that reads them.

const CELLS = "cells.";

export const returnFormFields = {
  cells: (section: SectionId): string => `${CELLS}${section}`,
  reason: "reason",
};

/** Reads a reviewer's selection and reason. One option may stand for several cells; duplicates count once. */
export function readReturnForm(form: Record<string, unknown> | undefined): {
  cells: string[];
  reason: string;
} {
  const ticked = Object.entries(form ?? {})
    .filter(([name]) => name.startsWith(CELLS))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === "string")
    .flatMap((value) => value.split(","))
    .filter((key) => key !== "");
  const reason = form?.[returnFormFields.reason];
  return { cells: [...new Set(ticked)], reason: typeof reason === "string" ? reason : "" };
}
