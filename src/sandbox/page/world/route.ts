/**
 * The page's location: the acting person and the open chat. Stored in the URL, so that links and tests can
 * open it.
 */
export type Route = { as: string; chat: string };

/** Parses `#as=ou_…&chat=oc_…`; missing parts are empty. */
export function readRoute(hash: string): Route {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  return { as: fields.get("as") ?? "", chat: fields.get("chat") ?? "" };
}

/** The URL fragment of a route, with the leading `#`. */
export function routeHash(route: Route): string {
  const fields = new URLSearchParams();
  if (route.as) fields.set("as", route.as);
  if (route.chat) fields.set("chat", route.chat);
  return `#${fields}`;
}
