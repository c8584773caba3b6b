import { matching, oneOf } from "./rules.ts";
import { type Rule, refuseEmulated } from "./where.ts";

const keywordSpacing = ["default", "small", "medium", "large", "extra_large"];

/** Whether a string is a whole number of `unit` within a range. */
function measure(value: string, unit: "px" | "%", min: number, max: number): boolean {
  const digits = new RegExp(`^(-?\\d{1,6})${unit}$`).exec(value)?.[1];
  if (digits === undefined) return false;
  return Number(digits) >= min && Number(digits) <= max;
}

/** One, two or four lengths; zero may lack a unit. */
function lengths(min: number, max: number): Rule {
  return matching((value) => {
    const parts = value.split(" ");
    return (
      [1, 2, 4].includes(parts.length) && parts.every((part) => part === "0" || measure(part, "px", min, max))
    );
  }, `1, 2 or 4 lengths of [${min},${max}]px`);
}

const margin = lengths(-99, 99);
export const padding = lengths(0, 99);

/** The gap between children of a container; may be empty, as in a demo of the platform. */
export const spacing: Rule = (value, property, at) => {
  if (value === "") refuseEmulated(at, "empty-spacing", `${property} can not be empty string`);
  else gap(value, property, at);
};

const gap = matching(
  (value) => keywordSpacing.includes(value) || measure(value, "px", 0, 99),
  `${keywordSpacing.join(", ")} or [0,99]px`,
);

/** A keyword or a length in px; `max` may be infinite. */
export function length(keywords: readonly string[], min: number, max: number): Rule {
  return matching(
    (value) => keywords.includes(value) || measure(value, "px", min, max),
    `${[...keywords, ""].join(", ")}[${min},${max === Number.POSITIVE_INFINITY ? "∞" : max}]px`,
  );
}

/** Width of a table column: a length or a percentage of the table. */
export const columnWidth = matching(
  (value) => value === "auto" || measure(value, "px", 80, 600) || measure(value, "%", 1, 100),
  "auto, [80,600]px or [1,100]%",
);

export const cornerRadius = matching(
  (value) => measure(value, "px", 0, Number.POSITIVE_INFINITY) || measure(value, "%", 0, 100),
  "[0,∞)px or [0,100]%",
);

/** Width and height, such as "16px 16px". */
export function area(keywords: readonly string[], max: number): Rule {
  return matching(
    (value) => {
      const sides = value.split(" ");
      return (
        keywords.includes(value) || (sides.length === 2 && sides.every((side) => measure(side, "px", 1, max)))
      );
    },
    `${[...keywords, ""].join(", ")}[1,${max}]px [1,${max}]px`,
  );
}

/** Width of buttons, inputs, selects and pickers. */
export const controlWidth = length(["default", "fill"], 100, Number.POSITIVE_INFINITY);

export const horizontalAlign = oneOf("left", "center", "right");
export const verticalAlign = oneOf("top", "center", "bottom");

/** Properties every component has. */
export const outer = { margin };

/** Layout properties of components that have `elements` (feishu-contract 3.2). */
export const layout = {
  margin,
  padding,
  direction: oneOf("vertical", "horizontal"),
  horizontal_spacing: spacing,
  vertical_spacing: spacing,
  horizontal_align: horizontalAlign,
  vertical_align: verticalAlign,
};
