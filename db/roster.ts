import { and, eq, inArray } from "drizzle-orm";
import type { Person, Role } from "../src/domain/people.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { person } from "./schema.ts";

/** The person behind an open_id, or null when the roster does not know them. */
export async function findPerson(db: Db, openId: string): Promise<Person | null> {
  const [row] = await db.select().from(person).where(eq(person.openId, openId)).limit(1);
  return row ?? null;
}

export async function listPeople(db: Db): Promise<Person[]> {
  return db.select().from(person).orderBy(person.role, person.area, person.name);
}

/** Everyone who holds a post: a role, and an area where given. */
export async function holders(db: Db, role: Role, area?: string): Promise<Person[]> {
  const of = eq(person.role, role);
  return db
    .select()
    .from(person)
    .where(area === undefined ? of : and(of, eq(person.area, area)))
    .orderBy(person.name);
}

export function putPerson(db: Db, row: Person): Write {
  const { openId, ...rest } = row;
  return db
    .insert(person)
    .values(row)
    .onConflictDoUpdate({ target: person.openId, set: { ...rest } });
}

export function removePeople(db: Db, openIds: string[]): Write {
  return db.delete(person).where(inArray(person.openId, openIds));
}
