import { boundChats, type Chat } from "../../../db/chats.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import { askedFirst } from "../../domain/programme/roster.ts";
import { cityOffice, holdersOf, personOf } from "../roster/people.ts";
import { anyOfOffice, groupOf, inGroup, inPrivate, type Reader } from "../roster/readers.ts";

/** `drawnFor`: whose steps the card offers; null in a group that is only informed. */
export type Addressee = Reader & { drawnFor: Person | null };

/**
 * Who is told now: of a post's holders, `except` left out, the one asked first; where nobody is left, and for the office
 * itself, anyone of the office; or the groups of a kind. What is confidential is not said in the office's group.
 */
export async function receiversOf(
  deps: Deps,
  to: string,
  except: string,
  confidential: boolean,
): Promise<Addressee[]> {
  const [kind = "", area = "", county = ""] = to.split(" ");
  const chats = await boundChats(deps.db);
  if (kind === "group")
    return groupsOf(chats, area, county).map((chat) => ({ ...inGroup(chat), drawnFor: null }));
  const others = (people: Person[]) => people.filter(({ openId }) => openId !== except);
  // The taker would otherwise be the receiver, so no substitute is needed.
  if (kind === "person" && area === except) return [];
  const one = kind === "person" ? await personOf(deps, area) : null;
  const people = kind === "city_office" ? [] : others(one ? [one] : await holdersOf(deps, to));
  const office = people.length > 0 || confidential ? null : groupOf(chats, "office");
  if (office) return [{ ...inGroup(office), drawnFor: anyOfOffice(office.chatId) }];
  const found = people.length > 0 ? askedFirst(people) : others(await cityOffice(deps));
  return found.map((person) => ({ ...inPrivate(person), drawnFor: person }));
}

/** The groups that are told of a step: of a county one, or every county's where it names none. */
function groupsOf(chats: readonly Chat[], told: string, county: string): Chat[] {
  if (told === "county_group")
    return chats.filter((chat) => chat.kind === "county" && (county === "" || chat.area === county));
  return chats.filter(({ kind }) => kind === told);
}
