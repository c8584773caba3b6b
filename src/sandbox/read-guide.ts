import * as z from "zod";
import type { Guide, GuidePlace } from "./guide.ts";
import type { Store } from "./store.ts";

// What the page tells a first visitor: where it opens, what this is, and things to try with one click.

const text = z.string().min(1);
const place = z.strictObject({
  /** A person, by open_id or unique name. */
  as: text,
  /** A group, by name or chat_id; otherwise the person's chat with the first bot. */
  group: text.exactOptional(),
});
const attempt = z.strictObject({
  title: text,
  title_en: text.exactOptional(),
  place,
  /** For readers of English. */
  place_en: place.exactOptional(),
  /** What is done there: an item of the bot's menu, a text sent (`@Name` of a bot mentions it), or a script on offer. */
  menu: text.exactOptional(),
  say: text.exactOptional(),
  say_en: text.exactOptional(),
  script: text.exactOptional(),
});

export const guideSchema = z.strictObject({
  opens: place,
  opens_en: place.exactOptional(),
  lines: z.array(text).max(3),
  lines_en: z.array(text).max(3).exactOptional(),
  tries: z.array(attempt).max(5),
});
export type GuideFile = z.infer<typeof guideSchema>;

/** The guide with ids for names. Throws a readable message for a person, group or menu item that does not exist. */
export function guideView(store: Store, file: GuideFile): Guide {
  const { opens, opens_en = opens, lines, lines_en = lines } = file;
  return {
    opens: placeOf(store, opens),
    opens_en: placeOf(store, opens_en),
    lines,
    lines_en,
    tries: file.tries.map(({ title, title_en = title, place: at, place_en = at, menu, script, ...said }) => {
      const { say, say_en = say } = said;
      if (menu !== undefined && !store.apps()[0]?.menu.some(({ event_key }) => event_key === menu))
        throw new Error(`guide: the first bot's menu has no ${menu}`);
      return {
        ...{ title, title_en, place: placeOf(store, at), place_en: placeOf(store, place_en) },
        ...(menu === undefined ? {} : { menu }),
        ...(script === undefined ? {} : { script }),
        ...(say === undefined ? {} : { say: mentioning(store, say) }),
        ...(say_en === undefined ? {} : { say_en: mentioning(store, say_en) }),
      };
    }),
  };
}

function placeOf(store: Store, { as, group }: z.infer<typeof place>): GuidePlace {
  const person = store.person(as) ?? only(store.people(), as);
  if (group === undefined) return { as: person.open_id };
  const chat = store.chat(group) ?? only(store.chats(), group);
  if (!chat.members.includes(person.open_id)) throw new Error(`guide: ${as} is not in the group ${group}`);
  return { as: person.open_id, chat_id: chat.chat_id };
}

function only<T extends { name: string }>(all: readonly T[], name: string): T {
  const [first, ...others] = all.filter((one) => one.name === name);
  if (first === undefined) throw new Error(`guide: there is no ${name}`);
  if (others.length > 0) throw new Error(`guide: several are called ${name}`);
  return first;
}

function mentioning(store: Store, said: string): string {
  return store
    .apps()
    .reduce(
      (text, { name, bot_open_id }) => text.replaceAll(`@${name}`, `<at user_id="${bot_open_id}"></at>`),
      said,
    );
}
