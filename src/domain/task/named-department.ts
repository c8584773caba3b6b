import type { Programme } from "../programme/programme.ts";

type Department = Programme["departments"][number];

/**
 * The department a text names by its name, an earlier name or a usual short form, with 局, 委 or 部门 behind it; null for
 * none, and for several, because nobody may guess between them. `piece`: the words that name it.
 */
export function departmentIn(
  text: string,
  { departments }: Pick<Programme, "departments">,
): { department: Department; piece: string } | null {
  const named = departments.flatMap((department) => {
    const forms = formsOf(department.name).map((form) => `市?${form}(?:主管)?(?:局|委|部门|厅)`);
    const piece = new RegExp(forms.join("|")).exec(text)?.[0];
    return piece === undefined ? [] : [{ department, piece }];
  });
  const [only] = named;
  return named.length === 1 ? (only ?? null) : null;
}

/** The same without the words. */
export function namedDepartment(text: string, programme: Pick<Programme, "departments">): Department | null {
  return departmentIn(text, programme)?.department ?? null;
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
