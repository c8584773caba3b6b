import type { Person } from "../../../src/domain/programme/people.ts";
import type { Action } from "../../action.ts";

/** Leads those of the city, who read the records of all towns, back to the list of this procedure. */
export function listOfCity(scope: string): (_: object, reader: Person) => Action | null {
  return (_, { role }) =>
    role === "city_office" || role === "leader" ? { kind: "list", scope, page: "1" } : null;
}
