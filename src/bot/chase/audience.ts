import { boundChats } from "../../../db/chats.ts";
import { holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { Debtor } from "../../domain/chase/chased-item.ts";
import type { Chase } from "../../domain/chase/plan-chase.ts";
import type { Person } from "../../domain/people.ts";
import { countyOf, townBySlug } from "../../domain/programme.ts";
import { cityOffice } from "../people.ts";

/** Who is told one thing: persons, each for themselves (`own`: it is theirs to do), or a group's chat. */
export type Told =
  | { kind: "people"; people: Person[]; own: boolean }
  | { kind: "group"; chatId: string }
  /** The group is not registered: these are told in its place. */
  | { kind: "instead_of_group"; people: Person[] };

/** Whom a step of the ladder speaks to. */
export async function audienceOf(deps: Deps, { item, to }: Chase): Promise<Told> {
  switch (to) {
    case "owner":
      return { kind: "people", people: await holdersOf(deps, item.owes), own: true };
    case "principal":
      return { kind: "people", people: await above(deps, item.owes), own: false };
    case "county_group": {
      const county = countyFor(deps, item.owes);
      const chat = (await boundChats(deps.db)).find((c) => c.kind === "county" && c.area === county);
      if (chat) return { kind: "group", chatId: chat.chatId };
      const reviewers = county === null ? [] : await holders(deps.db, "county_reviewer", county);
      return {
        kind: "instead_of_group",
        people: reviewers.length > 0 ? reviewers : await cityOffice(deps),
      };
    }
    case "leading_group": {
      const chat = (await boundChats(deps.db)).find((c) => c.kind === "leading_group");
      if (chat) return { kind: "group", chatId: chat.chatId };
      return { kind: "instead_of_group", people: await cityOffice(deps) };
    }
  }
}

/** Everyone who holds the post that owes it; where nobody does, the city office hears of it instead. */
async function holdersOf(deps: Deps, owes: Debtor): Promise<Person[]> {
  const found = owes.kind === "office" ? [] : await holders(deps.db, ROLE_OF[owes.kind], owes.slug);
  return found.length > 0 ? found : cityOffice(deps);
}

const ROLE_OF = { town: "town_official", county: "county_reviewer", department: "department" } as const;

/** A town's principal and its county's reviewers; above a county or a department, the city office. */
async function above(deps: Deps, owes: Debtor): Promise<Person[]> {
  if (owes.kind !== "town") return cityOffice(deps);
  const county = countyFor(deps, owes);
  const [principals, reviewers] = await Promise.all([
    holders(deps.db, "town_principal", owes.slug),
    county === null ? [] : holders(deps.db, "county_reviewer", county),
  ]);
  const found = [...principals, ...reviewers];
  return found.length > 0 ? found : cityOffice(deps);
}

function countyFor({ programme }: Deps, owes: Debtor): string | null {
  if (owes.kind === "county") return owes.slug;
  const town = owes.kind === "town" ? townBySlug(programme, owes.slug) : undefined;
  return town ? countyOf(programme, town).slug : null;
}
