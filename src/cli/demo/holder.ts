import type { Person, Role } from "../../domain/programme/people.ts";
import type { Demo } from "./demo-file.ts";

/** Who holds a post in the demo, the first if there are several; a reviewer stands in for a principal there is none of. */
export function holder(demo: Demo, role: Role, area: string): Person {
  const person = demo.people.find((one) => one.role === role && one.area === area);
  if (!person) throw new Error(`the demo has no ${role} of ${area}`);
  const { openId, name, locale } = person;
  const principal = demo.people.some((one) => one.role === "county_principal" && one.area === area);
  const standsIn = role === "county_reviewer" && !principal;
  return { openId, name, role, area, locale, ...(standsIn ? { standsIn } : {}) };
}
