import { readable } from "./readable.ts";

/** The items of a list as settings hold them: parted by commas, semicolons, 、, blanks or lines of any width, or as JSON. */
export function readList(text: string): string[] {
  const seen = readable(text).trim();
  const parsed = seen.startsWith("[") ? jsonList(seen) : null;
  return (parsed ?? seen.split(/[,;、\s]+/))
    .map((item) => item.replace(/^["']+|["']+$/g, "").trim())
    .filter((item) => item !== "");
}

function jsonList(text: string): string[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.map(String) : null;
  } catch {
    return null;
  }
}
