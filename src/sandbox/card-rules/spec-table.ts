import { columnWidth, horizontalAlign, length, outer, verticalAlign } from "./measures.ts";
import { textSize } from "./parts.ts";
import { flag, listOf, oneOf, text, whole } from "./rules.ts";
import { accept, shape } from "./shape.ts";
import { checkTableRows } from "./table-rows.ts";
import type { ComponentSpec } from "./where.ts";

const column = shape({
  fields: {
    name: text({ min: 1 }),
    display_name: text(),
    data_type: oneOf("text", "lark_md", "markdown", "number", "options", "persons", "date"),
    width: columnWidth,
    horizontal_align: horizontalAlign,
    vertical_align: verticalAlign,
    format: shape({ fields: { precision: whole(0, 10), symbol: text({ max: 1 }), separator: flag } }),
    date_format: text(),
  },
  needs: ["name"],
});

/** A table (feishu-contract 3.3). Columns after the fiftieth are hidden, not refused. */
export const tableSpec: ComponentSpec = {
  tag: "table",
  only: ["body"],
  fields: {
    ...outer,
    columns: listOf(column, { min: 1 }),
    rows: accept,
    page_size: whole(1, 10),
    row_height: length(["low", "middle", "high", "auto"], 32, 124),
    row_max_height: length([], 32, 999),
    freeze_first_column: flag,
    header_style: shape({
      fields: {
        text_align: horizontalAlign,
        text_size: textSize,
        background_style: oneOf("grey", "none"),
        text_color: oneOf("default", "grey"),
        bold: flag,
        lines: whole(1, Number.POSITIVE_INFINITY),
      },
    }),
  },
  needs: ["columns", "rows"],
  also: checkTableRows,
};
