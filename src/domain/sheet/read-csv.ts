import { CsvError, parse } from "csv-parse/sync";
import * as z from "zod";
import { columnLetters, type Sheet } from "./sheet.ts";

// Reads comma-separated text as spreadsheets and offices write it, as one sheet without a name.

/** `encoding`: the bytes are text in no known encoding; `quotes`: unmatched, in that line (0 where unknown). */
export type ReadCsv = { ok: true; sheet: Sheet } | { ok: false; why: "encoding" | "quotes"; line: number };

const DELIMITERS = [",", "\t", ";", "，", "|"];
/** Lines looked at for the delimiter: titles above the header have none. */
const LOOKED_AT = 20;
/** A guard against reading digits as a number: ="13812345678". */
const GUARDED = /^=\s*"((?:[^"]|"")*)"$/;
/** The text mark some programs put before digits: '13812345678. */
const TEXT_MARK = /^'(?=[\d+])/;

const recordsSchema = z.array(
  z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }),
);

/** Reads UTF-8, UTF-16 or GB18030 (GBK), any usual delimiter, and a first line `sep=,`. */
export function readCsv(bytes: Uint8Array): ReadCsv {
  const text = decodeText(bytes);
  if (text === null) return { ok: false, why: "encoding", line: 0 };
  const named = /^sep=(.)[ \t]*(?:\r?\n|$)/i.exec(text);
  const lines = text.split(/\r\n|\n|\r/).slice(named ? 1 : 0);
  const delimiter = named?.[1] ?? mostUsed(lines.slice(0, LOOKED_AT));
  try {
    const records = recordsSchema.parse(
      parse(lines.join("\n"), {
        delimiter,
        info: true,
        relax_column_count: true,
        // A quote inside a cell is one: ="138…", 5"管.
        relax_quotes: true,
        trim: true,
      }),
    );
    const first = named ? 1 : 0;
    const rows = records.map(({ info, record }) => ({
      row: info.lines + first,
      cells: record.map((cell, i) => ({
        address: `${columnLetters(i + 1)}${info.lines + first}`,
        text: plainCell(cell),
      })),
    }));
    return {
      ok: true,
      sheet: { name: "", rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== "")) },
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines + (named ? 1 : 0) : 0;
    return { ok: false, why: "quotes", line };
  }
}

/** The text in the encoding of its byte order mark, else UTF-8 where valid, UTF-16 by its zero bytes, or GB18030. Null for none. */
function decodeText(bytes: Uint8Array): string | null {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const zeros = bytes.slice(0, 400).indexOf(0);
  if (zeros >= 0) {
    const text = decodedAs(zeros % 2 === 1 ? "utf-16le" : "utf-16be", bytes);
    return text?.includes("\0") ? null : text;
  }
  return decodedAs("utf-8", bytes) ?? decodedAs("gb18030", bytes);
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function mostUsed(lines: string[]): string {
  const uses = (sign: string) => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  const [most = ",", ...others] = DELIMITERS.toSorted((a, b) => uses(b) - uses(a));
  // Full-width commas may stand in the words of cells.
  const half = [most, ...others].find((sign) => sign !== "，" && sign !== "|" && uses(sign) > 0);
  return half ?? most;
}

function plainCell(cell: string): string {
  const guarded = GUARDED.exec(cell);
  return (guarded ? (guarded[1] ?? "").replaceAll('""', '"') : cell.replace(TEXT_MARK, "")).trim();
}
