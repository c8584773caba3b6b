import { userIds } from "../ids.ts";
import type { SandboxPerson } from "../protocol.ts";
import type { Store } from "../store.ts";

export type UserIdType = "open_id" | "union_id" | "user_id";

/** The user id type given in a query, by default open_id; undefined for an unknown type. */
export function userIdType(name: string | null): UserIdType | undefined {
  if (name === null || name === "" || name === "open_id") return "open_id";
  return name === "union_id" || name === "user_id" ? name : undefined;
}

/** The person with this id or e-mail address; undefined for none. */
export function findPerson(
  store: Store,
  idType: UserIdType | "email",
  id: string,
): SandboxPerson | undefined {
  if (idType === "open_id") return store.person(id);
  return store
    .people()
    .find((person) => (idType === "email" ? person.email : userIds(person.open_id)[idType]) === id);
}
