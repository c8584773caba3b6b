import { type Chat, findChat } from "../../../db/chats.ts";
import type { Deps } from "../../deps.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import type { Reader } from "../../domain/question/may-know.ts";

export type Asker = {
  person: Person /** The group it was asked in; null in a private chat. */;
  chat: Chat | null;
};

export async function askerIn(deps: Deps, person: Person, chatId: string, isGroup: boolean): Promise<Asker> {
  if (!isGroup) return { person, chat: null };
  const bound = await findChat(deps.db, chatId);
  return { person, chat: bound ?? { chatId, name: "", kind: null, area: "", at: 0 } };
}

/** The towns whose running quarter may be shown here: to the person and, in a group, also to the group. */
export function visibleTowns(deps: Deps, { person, chat }: Asker): ReadonlySet<string> {
  const own = slugsOf(townsOf(person, deps.programme));
  if (!chat || chat.kind === "leading_group") return own;
  const county = deps.programme.counties.find((c) => chat.kind === "county" && c.slug === chat.area);
  const ofGroup = deps.programme.towns.filter((town) => county && town.countyCode === county.code);
  return new Set(ofGroup.map((town) => town.slug).filter((slug) => own.has(slug)));
}

// Who sees every town sees the programme's own list.
const kept = new WeakMap<readonly Town[], ReadonlySet<string>>();

function slugsOf(towns: readonly Town[]): ReadonlySet<string> {
  const known = kept.get(towns) ?? new Set(towns.map(({ slug }) => slug));
  kept.set(towns, known);
  return known;
}

/**
 * Who reads an answer to this asker. In the group of a county with several towns each town's people read what is said
 * of the others, so nothing unpublished is said there.
 */
export function readerOf(deps: Deps, asker: Asker): Reader {
  const { person, chat } = asker;
  const visible = visibleTowns(deps, asker);
  const county = deps.programme.counties.find((c) => chat?.kind === "county" && c.slug === chat.area);
  const shared = deps.programme.towns.filter((town) => county && town.countyCode === county.code).length > 1;
  return { role: person.role, towns: shared ? new Set() : visible, alone: chat === null };
}
