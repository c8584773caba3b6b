import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Person, Role } from "../src/domain/programme/people.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { person } from "./schema.ts";
import { personText, sealed } from "./seals.ts";
import type { Write } from "./written.ts";

// The alias tells the inner rows from the outer one.
const columns = {
  ...getTableColumns(person),
  /** Whether a principal of the same area is on the roster. */
  headed:
    sql`EXISTS (SELECT 1 FROM person head WHERE head.role = 'county_principal' AND head.area = ${person}.area)`.mapWith(
      Boolean,
    ),
};

/** A reviewer stands in for the principal that the roster does not name for the county. */
function personIn({ headed, ...row }: typeof person.$inferSelect & { headed: boolean }): Person {
  return row.role === "county_reviewer" && !headed ? { ...row, standsIn: true } : row;
}

const byOpenId = prepared((db) =>
  db
    .select(columns)
    .from(person)
    .where(eq(person.openId, sql.placeholder("openId")))
    .limit(1)
    .prepare(),
);
const byRole = prepared((db) =>
  db
    .select(columns)
    .from(person)
    .where(eq(person.role, sql.placeholder("role")))
    .orderBy(person.deputy, person.name)
    .prepare(),
);
const byPost = prepared((db) =>
  db
    .select(columns)
    .from(person)
    .where(and(eq(person.role, sql.placeholder("role")), eq(person.area, sql.placeholder("area"))))
    .orderBy(person.deputy, person.name)
    .prepare(),
);

/** The person with an open_id; null when not on the roster. */
export async function findPerson(db: Db, openId: string): Promise<Person | null> {
  const [row] = await byOpenId(db).execute({ openId });
  return row ? personIn(row) : null;
}

export async function listPeople(db: Db): Promise<Person[]> {
  const rows = await db
    .select(columns)
    .from(person)
    .orderBy(person.role, person.area, person.deputy, person.name);
  return rows.map(personIn);
}

/** The holders of a post: a role, and an area where given. Who is asked first comes first. */
export async function holders(db: Db, role: Role, area?: string): Promise<Person[]> {
  const rows = await (area === undefined ? byRole(db).execute({ role }) : byPost(db).execute({ role, area }));
  return rows.map(personIn);
}

export function putPerson(db: Db, row: Person): Write {
  const { openId, standsIn: _derived, deputy = false, ...rest } = row;
  const write = db
    .insert(person)
    .values({ openId, deputy, ...rest })
    .onConflictDoUpdate({ target: person.openId, set: { ...rest, deputy } });
  return sealed(write, { [`person ${openId}`]: personText({ openId, deputy, ...rest }) });
}

export function removePeople(db: Db, openIds: string[]): Write {
  const gone = openIds.map((openId) => [`person ${openId}`, null]);
  return sealed(db.delete(person).where(inArray(person.openId, openIds)), Object.fromEntries(gone));
}
