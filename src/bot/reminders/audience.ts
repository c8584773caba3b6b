import { boundChats, type Chat } from "../../../db/chats.ts";
import { listPeople } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { Person, Role } from "../../domain/programme/people.ts";
import { countyOf, type Programme, townBySlug } from "../../domain/programme/programme.ts";
import { askedFirst } from "../../domain/programme/roster.ts";
import type { Debtor, OwedItem } from "../../domain/reminders/owed-item.ts";
import type { Reminder } from "../../domain/reminders/plan-reminders.ts";
import { cityOffice } from "../roster/people.ts";
import { groupOf, inGroup, inPrivate, type Reader } from "../roster/readers.ts";

/** Everyone who can be told, loaded once for each round. */
export type Listeners = { programme: Programme; people: Person[]; office: Person[]; chats: Chat[] };

/**
 * Who is told of an item: readers one by one, because it is theirs, because they supervise it, or because nobody holds
 * the post it belongs to; or publicly the group of a county or the city. `instead`: no such group is bound, and these
 * are told in its place.
 */
export type Told =
  | { kind: "each"; readers: Reader[]; why: "owed" | "watched" | "unheld"; instead?: true }
  | { kind: "public"; readers: Reader[] };

export async function readListeners(deps: Deps): Promise<Listeners> {
  const [people, office, chats] = await Promise.all([
    listPeople(deps.db),
    cityOffice(deps),
    boundChats(deps.db),
  ]);
  return { programme: deps.programme, people, office, chats };
}

/**
 * The receivers of a reminder or ladder step. Of a post one holder is asked, the deputies too once it is overdue. Where a
 * post has no holder, the city office is told instead. What belongs to no county stays with the office until the leading
 * group is told.
 */
export function audienceOf(
  { item, to, step }: Pick<Reminder, "item" | "to" | "step">,
  listeners: Listeners,
): Told {
  const { programme, chats } = listeners;
  const { owes, notBy, confidential = false } = item;
  const owner = ownersOf(owes, listeners);
  // Who proposed what somebody else leaves undecided hears of that as the others of the office do.
  const office = officeReaders(listeners, confidential, owes.kind === "office" ? notBy : undefined);
  const county = countyFor(owes, programme);
  const reviewers = county === null ? [] : holders(listeners, "county_reviewer", county);
  const orOffice = (people: Person[]) => (people.length > 0 ? people.map(inPrivate) : office);
  if (owes.kind === "office" && to !== "leading_group")
    return { kind: "each", readers: office, why: owner.length > 0 ? "owed" : "unheld" };
  const seen = (people: Person[]): Told => {
    return { kind: "each", readers: orOffice(people), why: owner.length > 0 ? "watched" : "unheld" };
  };
  switch (to) {
    case "owner": {
      const others = but(notBy, owner);
      const asked = step > 0 ? others : askedFirst(others);
      return { kind: "each", readers: orOffice(asked), why: owner.length > 0 ? "owed" : "unheld" };
    }
    case "principal":
      return seen(above(owes, listeners, askedFirst(reviewers)));
    case "county_group": {
      if (county === null) return seen([]);
      const group = groupOf(chats, "county", county);
      return group
        ? { kind: "public", readers: [inGroup(group)] }
        : { kind: "each", readers: orOffice(reviewers), why: "watched", instead: true };
    }
    case "leading_group": {
      const group = groupOf(chats, "leading_group");
      return group
        ? { kind: "public", readers: [inGroup(group)] }
        : { kind: "each", readers: office, why: "watched", instead: true };
    }
  }
}

/** Whether an item is this reader's own: they hold its post and did not propose it, or read the office's group. */
export function isOwn({ owes, notBy }: OwedItem, openId: string, listeners: Listeners): boolean {
  const own = but(notBy, ownersOf(owes, listeners)).some((person) => person.openId === openId);
  return own || (owes.kind === "office" && groupOf(listeners.chats, "office")?.chatId === openId);
}

/** The office's group or, without one and for what is confidential, each of the office. */
function officeReaders(
  { office, chats }: Listeners,
  confidential: boolean,
  notBy: string | undefined,
): Reader[] {
  const group = confidential ? null : groupOf(chats, "office");
  return group ? [inGroup(group)] : but(notBy, office).map(inPrivate);
}

/** All but the proposer, who may not decide; the proposer if there is nobody else to know of it. */
function but(proposer: string | undefined, people: Person[]): Person[] {
  const others = people.filter(({ openId }) => openId !== proposer);
  return others.length > 0 ? others : people;
}

const ROLE_OF = { town: "town_official", county: "county_reviewer", department: "department" } as const;
const PRINCIPAL_OF = {
  town: "town_principal",
  county: "county_principal",
  department: "department",
} as const;

/** Who is told that the debtor is late; nobody where only the city office is above it. */
function above(owes: Debtor, listeners: Listeners, reviewers: Person[]): Person[] {
  if (owes.kind !== "town" && owes.kind !== "county") return [];
  const principals = owes.principal ? [] : holders(listeners, PRINCIPAL_OF[owes.kind], owes.slug);
  return owes.kind === "town" ? [...principals, ...reviewers] : principals;
}

/** Everybody who holds what owes the item, who is asked first coming first. */
function ownersOf(owes: Debtor, listeners: Listeners): Person[] {
  switch (owes.kind) {
    case "office":
      return listeners.office;
    case "leader":
      return listeners.people.filter(({ role }) => role === "leader");
    case "person":
      return listeners.people.filter(({ openId }) => openId === owes.slug);
    default: {
      const principals = owes.principal ? holders(listeners, PRINCIPAL_OF[owes.kind], owes.slug) : [];
      return principals.length > 0 ? principals : holders(listeners, ROLE_OF[owes.kind], owes.slug);
    }
  }
}

function holders({ people }: Listeners, role: Role, area: string): Person[] {
  return people.filter((person) => person.role === role && person.area === area);
}

function countyFor(owes: Debtor, programme: Programme): string | null {
  if (owes.kind === "county") return owes.slug;
  const town = owes.kind === "town" ? townBySlug(programme, owes.slug) : undefined;
  return town ? countyOf(programme, town).slug : null;
}
