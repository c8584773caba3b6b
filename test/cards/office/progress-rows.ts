import type { Programme } from "../../../src/domain/programme/programme.ts";
import type { ProgressRow } from "../../../src/domain/views.ts";

const AT = Date.UTC(2026, 9, 12, 6, 5);
const STATES: State[] = ["approved", "approved", "submitted", "returned", "draft", "not_started"];

type State = ProgressRow["state"];

/** The state of every town's report: the given states in rotation, by default all. */
export function progressRows(programme: Programme, states = STATES): ProgressRow[] {
  return programme.towns.map((town, i) => {
    const state = states[i % states.length] ?? "draft";
    return { town, state, at: state === "not_started" ? null : AT, done: i % 9, sections: 8 };
  });
}
