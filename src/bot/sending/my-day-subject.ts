import type { Person } from "../../domain/programme/people.ts";

/** The subject of a person's card 等我办的; another post has another one. */
export function myDaySubject({ openId, role, area }: Pick<Person, "openId" | "role" | "area">): string {
  return `${openId} ${role} ${area}`;
}
