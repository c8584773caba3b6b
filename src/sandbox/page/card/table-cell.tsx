import { Markdown } from "../markdown/markdown.tsx";
import { PersonChip } from "../people/person-chip.tsx";
import { ZONE } from "../world/sandbox-time.ts";
import { familyColour } from "./colour.ts";
import { formatDate } from "./format-date.ts";
import { formatNumber } from "./format-number.ts";
import { isJson, type Json, jsonAt, textAt } from "./json.ts";

function Options({ value }: { value: unknown }) {
  const options = (Array.isArray(value) ? value : [value]).filter(isJson);
  return (
    <span class="cell-options">
      {options.map((option, at) => {
        const color = textAt(option, "color") ?? "neutral";
        const family = familyColour(color, "600") ? color : "neutral";
        return (
          <span
            key={at}
            class="text-tag"
            style={{ background: familyColour(family, "100"), color: familyColour(family, "700") }}
          >
            {textAt(option, "text") ?? ""}
          </span>
        );
      })}
    </span>
  );
}

function plain(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** One table cell, drawn by its column's `data_type` (feishu-contract 3.3). */
export function TableCell({ column, value }: { column: Json; value: unknown }) {
  switch (textAt(column, "data_type")) {
    case "number":
      return <span class="cell-number">{formatNumber(value, jsonAt(column, "format"))}</span>;
    case "options":
      return <Options value={value} />;
    case "persons": {
      const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === "string");
      return (
        <span class="cell-options">
          {ids.map((id) => (
            <PersonChip key={id} id={id} showName showAvatar capsule={false} size={20} />
          ))}
        </span>
      );
    }
    case "date":
      return <>{formatDate(Number(value), textAt(column, "date_format"), ZONE)}</>;
    case "lark_md":
    case "markdown":
      return <Markdown source={plain(value)} />;
    default:
      return <>{plain(value)}</>;
  }
}
