import { flagAt, type Json, numberAt, textAt } from "./json.ts";

/**
 * A table's number cell: `precision` decimals (0–10), optional thousands separators, and the one-character
 * `symbol` in front (feishu-contract 3.3, table format). Text that is not a number is unchanged.
 */
export function formatNumber(value: unknown, format: Json | undefined): string {
  const number = typeof value === "number" ? value : Number.NaN;
  if (!Number.isFinite(number)) return typeof value === "string" ? value : "";
  const wanted = numberAt(format, "precision");
  const precision = wanted === undefined ? undefined : Math.min(10, Math.max(0, Math.trunc(wanted)));
  const text = number.toLocaleString("en-US", {
    useGrouping: flagAt(format, "separator") ?? false,
    ...(precision === undefined
      ? { maximumFractionDigits: 10 }
      : { minimumFractionDigits: precision, maximumFractionDigits: precision }),
  });
  return `${textAt(format, "symbol") ?? ""}${text}`;
}
