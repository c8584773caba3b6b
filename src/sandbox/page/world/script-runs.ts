import type { ScriptsView } from "../../protocol.ts";
import type { PageEvent } from "./protocol-shapes.ts";

/** The runs after some events, newest last; the same object if no script progressed. */
export function afterRuns(known: ScriptsView, events: readonly PageEvent[]): ScriptsView {
  const news = events.flatMap((event) => (event.kind === "script" ? [event.run] : []));
  if (news.length === 0) return known;
  const byId = new Map([...known.scripts, ...news].map((run) => [run.id, run]));
  return { ...known, scripts: [...byId.values()] };
}
