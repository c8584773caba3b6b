import type { Locale, Person, Role } from "./people.ts";

// Applies a roster file. Items belong to posts, not people: the file says who holds the posts it names, and other posts
// stay as they are. So one line with a new official is a hand-over; two lines are an official and a deputy, in this order.

/** One line of a roster file with its open_id resolved. */
export type RosterLine = {
  line: number;
  openId: string;
  name: string;
  role: Role;
  area: string;
  locale: Locale;
};
export type RosterChange = {
  added: Person[];
  /** On the roster already, now with another name, post or language. */
  changed: Array<{ before: Person; after: Person }>;
  unchanged: Person[];
  /** Held a post that the file gives to others. */
  removed: Person[];
};
export type RosterProblem = { line: number; reason: "same_person" };

/** The changes a file would make; refuses a file that names one person twice. */
export function planRoster(
  current: Person[],
  lines: RosterLine[],
): { ok: true; change: RosterChange } | { ok: false; problems: RosterProblem[] } {
  const problems = lines.flatMap((row, i): RosterProblem[] =>
    lines.findIndex((other) => other.openId === row.openId) < i
      ? [{ line: row.line, reason: "same_person" }]
      : [],
  );
  if (problems.length > 0) return { ok: false, problems };
  const posts = new Set(lines.map(post));
  const change: RosterChange = { added: [], changed: [], unchanged: [], removed: [] };
  for (const after of withDeputies(lines.map(({ line: _, ...person }) => person))) {
    const before = current.find((person) => person.openId === after.openId);
    if (!before) change.added.push(after);
    else if (same(before, after)) change.unchanged.push(after);
    else change.changed.push({ before, after });
  }
  const listed = new Set(lines.map((row) => row.openId));
  change.removed = current.filter((person) => posts.has(post(person)) && !listed.has(person.openId));
  return { ok: true, change };
}

/** The same people: of each post the first is asked first, the others are deputies. */
export function withDeputies(people: readonly Person[]): Person[] {
  const held = new Set<string>();
  return people.map((person) => {
    const isDeputy = held.has(post(person));
    held.add(post(person));
    return isDeputy ? { ...person, deputy: true } : person;
  });
}

/** The holder of a post who is asked first; empty for a post nobody holds. `holders` as the store orders them. */
export function askedFirst(holders: readonly Person[]): Person[] {
  return holders.slice(0, 1);
}

/** People new to a post or asked first from now on, who are shown its open items. */
export function newHolders(change: RosterChange): Person[] {
  const moved = change.changed.filter(
    ({ before, after }) => post(before) !== post(after) || (before.deputy === true && after.deputy !== true),
  );
  return [...change.added, ...moved.map(({ after }) => after)];
}

/** People who no longer hold their former post. */
export function formerHolders(change: RosterChange): Person[] {
  const moved = change.changed.filter(({ before, after }) => post(before) !== post(after));
  return [...change.removed, ...moved.map(({ before }) => before)];
}

function post(person: { role: Role; area: string }): string {
  return `${person.role} ${person.area}`;
}

function same(a: Person, b: Person): boolean {
  const isDeputy = (one: Person) => one.deputy === true;
  return a.name === b.name && post(a) === post(b) && a.locale === b.locale && isDeputy(a) === isDeputy(b);
}
