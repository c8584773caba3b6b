import type { CSSProperties } from "preact";
import { useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { boxStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { cardColour } from "./colour.ts";
import { flagAt, type Json, jsonAt, listAt, numberAt, textAt } from "./json.ts";
import { localValue } from "./locale-text.ts";
import { extent, textPixels } from "./measure.ts";
import { Pager } from "./pager.tsx";
import { TableCell } from "./table-cell.tsx";

const mostColumns = 50;
const heights: Record<string, string> = { low: "36px", middle: "44px", high: "64px" };

function alignOf(column: Json): "left" | "center" | "right" {
  const align = textAt(column, "horizontal_align");
  if (align === "left" || align === "center" || align === "right") return align;
  return textAt(column, "data_type") === "number" ? "right" : "left";
}

function rowStyle(element: Json): CSSProperties {
  const height = textAt(element, "row_height") ?? "low";
  if (height === "auto") return { height: "36px" };
  return { height: heights[height] ?? extent(height) ?? "36px" };
}

function HeadCell({ column, style }: { column: Json; style: Json | undefined }) {
  const { locale, config } = useCard();
  const { phone } = useReader();
  const align = textAt(style, "text_align");
  const colour = cardColour(textAt(style, "text_color"), config, "600");
  const size = textAt(style, "text_size");
  const shown = localValue(column, "display_name", locale) ?? textAt(column, "name") ?? "";
  return (
    <th
      scope="col"
      style={{
        textAlign: align === "center" || align === "right" || align === "left" ? align : alignOf(column),
        fontWeight: flagAt(style, "bold") === false ? 400 : 600,
        width: extent(textAt(column, "width")) ?? "auto",
        ...(colour && { color: colour }),
        ...(size && { fontSize: `${textPixels(size, config, phone)}px` }),
      }}
    >
      {String(shown)}
    </th>
  );
}

/** `table`: typed columns, and one page of rows at a time. */
export function TableElement({ element }: { element: Json }) {
  const { config } = useCard();
  const [page, setPage] = useState(0);
  const columns = listAt(element, "columns").slice(0, mostColumns);
  const rows = listAt(element, "rows");
  const size = Math.min(10, Math.max(1, numberAt(element, "page_size") ?? 5));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const header = jsonAt(element, "header_style");
  const grey = textAt(header, "background_style") === "grey";
  const growing = textAt(element, "row_height") === "auto";
  return (
    <div class="card-table" style={boxStyle(element, config)}>
      <div class="table-scroll" data-freeze={flagAt(element, "freeze_first_column") ? "true" : undefined}>
        <table data-grey={grey ? "true" : undefined} data-growing={growing ? "true" : undefined}>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={textAt(column, "name") ?? ""} column={column} style={header} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * size, (page + 1) * size).map((row, at) => (
              <tr key={`${page} ${at}`} style={rowStyle(element)}>
                {columns.map((column) => {
                  const name = textAt(column, "name") ?? "";
                  return (
                    <td
                      key={name}
                      style={{
                        textAlign: alignOf(column),
                        verticalAlign: textAt(column, "vertical_align") === "top" ? "top" : "middle",
                      }}
                    >
                      <TableCell column={column} value={row[name]} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={pages} onPage={setPage} />
    </div>
  );
}
