import { assemble } from "./assemble.ts";
import { EVENT_SCOPES } from "./events/event-scopes.ts";
import { platformApp } from "./platform/platform-app.ts";
import { PLATFORM_ROUTES } from "./platform/routes.ts";

/** The platform calls and events the sandbox supports, as two Markdown tables for docs/sandbox.md. */
export function coverageTables(): string {
  const known = new Map(PLATFORM_ROUTES.map((route) => [`${route.method} ${route.path}`, route]));
  const routes = platformApp(assemble({}, {})).routes.map(({ method, path }) => `${method} ${path}`);
  const calls = [...new Set(routes)]
    .filter((call) => !call.endsWith("*"))
    .map((call) => {
      const { scopes = [], perSecond = 50 } = known.get(call) ?? {};
      const limit = known.has(call) ? `${perSecond}/s` : "";
      return `| \`${call}\` | ${scopes.map((scope) => `\`${scope}\``).join(" ")} | ${limit} |`;
    });
  const events = Object.entries(EVENT_SCOPES).map(([type, scopes]) => {
    const any: readonly string[] = scopes;
    return `| \`${type}\` | ${any.map((scope) => `\`${scope}\``).join(" ")} |`;
  });
  return [
    "| Call | One of these scopes | Limit |",
    "| --- | --- | --- |",
    ...calls,
    "",
    "| Event | One of these scopes |",
    "| --- | --- |",
    ...events,
  ].join("\n");
}
