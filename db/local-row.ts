import type { Row, Value } from "@libsql/client/http";

/** More columns than any table or query has. */
const MOST_COLUMNS = 100;

/**
 * One row of a result: values by name, and by position through non-enumerable accessors, as in the library's rows.
 * Positions are defined on the prototype, because defining them on every row costs more than reading it.
 */
export class LocalRow implements Row {
  [name: string]: Value;
  [position: number]: Value;
  readonly #values: Value[];

  constructor(columns: string[], values: Value[]) {
    this.#values = values;
    for (const [i, column] of columns.entries())
      if (!Object.hasOwn(this, column)) this[column] = values[i] ?? null;
  }

  get length(): number {
    return this.#values.length;
  }

  static {
    for (let i = 0; i < MOST_COLUMNS; i += 1)
      Object.defineProperty(LocalRow.prototype, i, {
        get(this: LocalRow) {
          return this.#values[i];
        },
      });
  }
}

/** A value as SQLite's binding expects it; throws for a type no column can hold. */
export function toSql(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError("only finite numbers can be stored");
  if (value === undefined) throw new TypeError("undefined cannot be stored");
  if (value instanceof Date) return value.valueOf();
  return value instanceof ArrayBuffer ? Buffer.from(value) : value;
}

/** A value as it was stored. */
export function fromSql(value: unknown): Value {
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") return value;
  if (Buffer.isBuffer(value)) {
    const copy = new ArrayBuffer(value.length);
    new Uint8Array(copy).set(value);
    return copy;
  }
  return null;
}
