import type { Role } from "../programme/people.ts";

// Books that are exported as workbooks, and who may have them.

export const BOOKS = ["quarter", "year", "ledger", "tasks", "funds", "evidence", "plan"] as const;
export type BookKind = (typeof BOOKS)[number];

/** Who may have a book: the office all of them, leaders those of what they may see anyway. */
export function mayHaveBook(role: Role, book: BookKind): boolean {
  return role === "city_office" || (role === "leader" && book !== "evidence");
}
