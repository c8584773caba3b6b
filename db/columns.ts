import { customType } from "drizzle-orm/sqlite-core";
import { type PeriodId, parsePeriod } from "../src/domain/calendar/period.ts";
import { keepDocuments, unchangeable } from "./kept-documents.ts";

// Columns whose values are validated when read, because they may have been written by an older version or by hand.

/** The part of a zod schema used here: parses an unknown value or throws. */
type Reader<T> = { parse: (value: unknown) => T };

/**
 * A JSON document. The schema supplies defaults for newer fields; an invalid value fails the query with `where`
 * (`report.doc`) and the schema's reason.
 */
export function document<T>(where: string, schema: Reader<T>) {
  const { read, write } = keepDocuments((stored) => {
    try {
      return schema.parse(JSON.parse(stored));
    } catch (error) {
      throw new Error(
        `the stored ${where} cannot be read: ${error instanceof Error ? error.message : error}`,
      );
    }
  });
  return customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: write,
    fromDriver: read,
  });
}

/** The part of a zod schema that checks a value without throwing. */
type Checker<T> = { safeParse: (value: unknown) => { success: boolean; data?: T } };

/**
 * A JSON document whose text is hashed: validated like `document`, but returned exactly as stored. It may be large, so
 * whoever reads it keeps it (db/publications.ts).
 */
export function frozen<T>(where: string, schema: Checker<T>) {
  return customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => {
      const value: unknown = JSON.parse(stored);
      if (!isOf(schema, value)) throw new Error(`the stored ${where} cannot be read: it is not of its shape`);
      unchangeable(value);
      return value;
    },
  });
}

function isOf<T>(schema: Checker<T>, value: unknown): value is T {
  return schema.safeParse(value).success;
}

/** A quarter's id, `2026Q3`. */
export const quarter = customType<{ data: PeriodId; driverData: string }>({
  dataType: () => "text",
  fromDriver: (stored) => {
    const period = parsePeriod(stored);
    if (!period) throw new Error(`a stored quarter cannot be read: ${stored}`);
    return period;
  },
});
