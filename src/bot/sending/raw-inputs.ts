import type { RawInputs } from "../../domain/report/inputs.ts";

/** A form's inputs as text; unchanged ones may be absent, empty or null (feishu-contract 2.2). */
export function rawInputs(form: Record<string, unknown> | undefined): RawInputs {
  const texts = Object.entries(form ?? {}).flatMap(([name, value]): Array<[string, string]> => {
    if (typeof value === "string") return [[name, value]];
    return typeof value === "number" || typeof value === "boolean" ? [[name, String(value)]] : [];
  });
  return Object.fromEntries(texts);
}
