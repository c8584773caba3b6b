import { boxStyle, flowStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { type Json, jsonAt, listAt, numberAt, textAt } from "./json.ts";
import { LinkCover } from "./link-cover.tsx";
import { extent, spacing } from "./measure.ts";

function columnBasis(column: Json, mode: string): Record<string, string | number> {
  if (mode === "bisect" || mode === "trisect") return {};
  // Widths apply only where columns are not wrapped (feishu-contract 3.4).
  if (mode === "flow") return { "--flex": "0 1 auto" };
  const width = textAt(column, "width") ?? "weighted";
  const fixed = extent(width);
  if (fixed) return { "--flex": `0 1 ${fixed}` };
  if (width === "auto") return { "--flex": "0 1 auto" };
  return { "--flex": `${Math.min(5, Math.max(1, numberAt(column, "weight") ?? 1))} 1 0` };
}

/** `column`: one column of a column set. */
function Column({ column, mode }: { column: Json; mode: string }) {
  const { config, draw } = useCard();
  const flow = flowStyle(
    {
      ...column,
      ...(!textAt(column, "vertical_spacing") && { vertical_spacing: textAt(column, "spacing") }),
    },
    { vertical: "8px", horizontal: "8px" },
  );
  return (
    <div class="card-column" style={{ ...boxStyle(column, config), ...flow, ...columnBasis(column, mode) }}>
      <LinkCover link={jsonAt(jsonAt(column, "action"), "multi_url")} />
      {draw(listAt(column, "elements"))}
    </div>
  );
}

/** `column_set`: columns side by side; `flex_mode` determines the layout on a narrow card. */
export function ColumnSet({ element }: { element: Json }) {
  const { config } = useCard();
  const mode = textAt(element, "flex_mode") ?? "none";
  const gap = spacing(textAt(element, "horizontal_spacing")) ?? "8px";
  const align = textAt(element, "horizontal_align") ?? "left";
  return (
    <div
      class="card-columns"
      data-mode={mode}
      data-align={align}
      style={{ ...boxStyle(element, config), columnGap: gap }}
    >
      <LinkCover link={jsonAt(jsonAt(element, "action"), "multi_url")} />
      {listAt(element, "columns").map((column, at) => (
        <Column key={at} column={column} mode={mode} />
      ))}
    </div>
  );
}
