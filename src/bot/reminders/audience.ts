import { boundChats, type Chat } from "../../../db/chats.ts";
import { listPeople } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { Person, Role } from "../../domain/programme/people.ts";
import { countyOf, type Programme, townBySlug } from "../../domain/programme/programme.ts";
import type { Debtor } from "../../domain/reminders/owed-item.ts";
import type { Reminder } from "../../domain/reminders/plan-reminders.ts";
import { cityOffice } from "../roster/people.ts";

/** Everyone who can be told, loaded once for each round. */
export type Listeners = { programme: Programme; people: Person[]; office: Person[]; chats: Chat[] };

/**
 * Who is told of an item: persons individually, because it is theirs, because they supervise it, or because nobody
 * holds the post it belongs to; or a group's chat.
 */
export type Told =
  | { kind: "people"; people: Person[]; why: "owed" | "watched" | "unheld" }
  | { kind: "group"; chatId: string }
  /** The group is not bound: these people are told instead. */
  | { kind: "instead_of_group"; people: Person[] };

export async function readListeners(deps: Deps): Promise<Listeners> {
  const [people, office, chats] = await Promise.all([
    listPeople(deps.db),
    cityOffice(deps),
    boundChats(deps.db),
  ]);
  return { programme: deps.programme, people, office, chats };
}

/**
 * The receivers of a ladder step. Where a post has no holder, the city office is told instead. What belongs to no county
 * stays with the office until the leading group is told.
 */
export function audienceOf({ item, to }: Reminder, listeners: Listeners): Told {
  const { programme, office, chats } = listeners;
  const { owes } = item;
  const owner = owners(owes, listeners);
  const county = countyFor(owes, programme);
  const reviewers = county === null ? [] : holders(listeners, "county_reviewer", county);
  const orOffice = (people: Person[]) => (people.length > 0 ? people : office);
  const own: Told =
    owner.length > 0
      ? { kind: "people", people: but(item.notBy, owner), why: "owed" }
      : { kind: "people", people: office, why: "unheld" };
  if (owes.kind === "office" && to !== "leading_group") return own;
  const seen = (people: Person[]): Told => {
    return { kind: "people", people: orOffice(people), why: owner.length > 0 ? "watched" : "unheld" };
  };
  switch (to) {
    case "owner":
      return own;
    case "principal":
      return seen(above(owes, listeners, reviewers));
    case "county_group": {
      const chat = chats.find((one) => one.kind === "county" && one.area === county);
      if (county === null) return seen([]);
      if (chat) return { kind: "group", chatId: chat.chatId };
      return { kind: "instead_of_group", people: orOffice(reviewers) };
    }
    case "leading_group": {
      const chat = chats.find((one) => one.kind === "leading_group");
      if (chat) return { kind: "group", chatId: chat.chatId };
      return { kind: "instead_of_group", people: office };
    }
  }
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

function owners(owes: Debtor, listeners: Listeners): Person[] {
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
