import { isObject, type JsonObject, refuseEmulated, type Where } from "./where.ts";

/** Options must have distinct values, and an initial choice must be one of them. */
export function checkChoices(select: JsonObject, at: Where): void {
  const options = Array.isArray(select.options) ? select.options : [];
  const values = options.flatMap((option) =>
    isObject(option) && typeof option.value === "string" ? [option.value] : [],
  );
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== undefined) {
    refuseEmulated(at, "option-value", `option value must be unique, but: ${repeated}`);
  }
  const unknown = chosenAtFirst(select).find((value) => !values.includes(value));
  if (unknown !== undefined)
    refuseEmulated(at, "unknown-initial-option", `initial option is not among the options, but: ${unknown}`);
  if (typeof select.initial_index === "number" && select.initial_index > options.length) {
    refuseEmulated(
      at,
      "unknown-initial-option",
      `initial_index is not among the options, but: ${select.initial_index}`,
    );
  }
}

function chosenAtFirst(select: JsonObject): string[] {
  const chosen = Array.isArray(select.selected_values) ? select.selected_values : [select.initial_option];
  return chosen.filter((value) => typeof value === "string" && value !== "");
}
