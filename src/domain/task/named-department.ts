import type { Programme } from "../programme/programme.ts";

type Department = Programme["departments"][number];

/**
 * The department a text names by its name, an earlier name or a usual short form, with 局, 委 or 部门 behind it; null for
 * none, and for several, because nobody may guess between them.
 */
export function namedDepartment(
  text: string,
  { departments }: Pick<Programme, "departments">,
): Department | null {
  const named = departments.filter((department) =>
    formsOf(department.name).some((form) => new RegExp(`${form}(?:主管)?(?:局|委|部门|厅)`).test(text)),
  );
  const [only] = named;
  return named.length === 1 ? (only ?? null) : null;
}

/** `市自然资源局（原国土）`: 自然资源, 国土, 自资; `市文化和旅游局`: 文化和旅游, 文旅. */
function formsOf(name: string): string[] {
  const [present = "", ...earlier] = name.split(/[（）()]/).filter((part) => part !== "");
  const core = present.replace(/^市/, "").replace(/(?:局|委员会|委)$/, "");
  const parts = core.includes("和") ? core.split("和") : (core.match(/^..(?=..$)|(?<=^..)..$/g) ?? []);
  const short = parts.length === 2 ? [parts.map((part) => [...part][0] ?? "").join("")] : [];
  return [core, ...short, ...earlier.map((part) => part.replace(/^原/, ""))].filter(
    (form) => form.length > 1,
  );
}
