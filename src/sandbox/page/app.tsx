import { useEffect, useMemo } from "preact/hooks";
import type { Locale } from "./card/locale-text.ts";
import type { Client } from "./client/client.ts";
import { useObservable } from "./client/observable.ts";
import { ReaderContext } from "./client/reader.ts";
import { useMedia } from "./client/use-media.ts";
import { Desk } from "./shell/desk.tsx";
import { wordsIn } from "./words/words.ts";
import { personName } from "./world/person-name.ts";
import type { Route } from "./world/route.ts";
import type { World } from "./world/world.ts";

function preferredLocale(): Locale {
  return navigator.language.toLowerCase().startsWith("zh") ? "zh_cn" : "en_us";
}

/** Where the page is; without a location, where the guide opens. */
function placeOf(route: Route, { guide }: World): Route {
  if (route.as !== "" || !guide) return route;
  const { as, chat_id = "" } = preferredLocale() === "en_us" ? guide.opens_en : guide.opens;
  return { as, chat: chat_id };
}

function Opening({ client }: { client: Client }) {
  const connection = useObservable(client.connection);
  const words = wordsIn(preferredLocale());
  return (
    <p class="opening" role="status">
      {connection === "lost" ? words.loadFailed : words.loading}
    </p>
  );
}

function Page({ client, world }: { client: Client; world: World }) {
  const route = useObservable(client.route);
  const settings = useObservable(client.settings);
  const phone = useMedia("(max-width: 760px)");
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const dark = settings.theme ? settings.theme === "dark" : systemDark;
  const { as, chat } = placeOf(route, world);
  const me = world.people.get(as) ?? [...world.people.values()].find((person) => !person.resigned);
  // A browser in English reads English whoever it acts as; one in Chinese sees what that person would.
  const locale = settings.locale ?? (preferredLocale() === "en_us" ? "en_us" : (me?.locale ?? "zh_cn"));
  const words = wordsIn(locale);
  useEffect(() => {
    document.documentElement.lang = locale === "en_us" ? "en" : "zh-CN";
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    document.title = words.productName;
  }, [locale, dark, words]);
  const reader = useMemo(() => {
    if (!me) return undefined;
    const bots = new Map(
      world.apps.flatMap((app) => [[app.app_id, app.name] as const, [app.bot_open_id, app.name] as const]),
    );
    for (const { hooks = [] } of world.chats.values()) for (const { id, name } of hooks) bots.set(id, name);
    const nameOf = (id: string): string => {
      const person = world.people.get(id);
      return person ? personName(person, locale) : (bots.get(id) ?? id);
    };
    return { client, me, locale, words, phone, dark, people: world.people, nameOf };
  }, [client, me, locale, words, phone, dark, world.people, world.apps, world.chats]);
  if (!reader) return <p class="opening">{words.nobodyFound}</p>;
  return (
    <ReaderContext.Provider value={reader}>
      <Desk world={world} chat={chat} />
    </ReaderContext.Provider>
  );
}

/** The root component of the page. */
export function App({ client }: { client: Client }) {
  const world = useObservable(client.world);
  return world ? <Page client={client} world={world} /> : <Opening client={client} />;
}
