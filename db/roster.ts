import { and, eq, inArray, sql } from "drizzle-orm";
import type { Person, Role } from "../src/domain/programme/people.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { person } from "./schema.ts";

const byOpenId = prepared((db) =>
  db
    .select()
    .from(person)
    .where(eq(person.openId, sql.placeholder("openId")))
    .limit(1)
    .prepare(),
);
const byRole = prepared((db) =>
  db
    .select()
    .from(person)
    .where(eq(person.role, sql.placeholder("role")))
    .orderBy(person.name)
    .prepare(),
);
const byPost = prepared((db) =>
  db
    .select()
    .from(person)
    .where(and(eq(person.role, sql.placeholder("role")), eq(person.area, sql.placeholder("area"))))
    .orderBy(person.name)
    .prepare(),
);

/** The person with an open_id; null when not on the roster. */
export async function findPerson(db: Db, openId: string): Promise<Person | null> {
  const [row] = await byOpenId(db).execute({ openId });
  return row ?? null;
}

export async function listPeople(db: Db): Promise<Person[]> {
  return db.select().from(person).orderBy(person.role, person.area, person.name);
}

/** The holders of a post: a role, and an area where given. */
export async function holders(db: Db, role: Role, area?: string): Promise<Person[]> {
  return area === undefined ? byRole(db).execute({ role }) : byPost(db).execute({ role, area });
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
