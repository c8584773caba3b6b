import { createOnce, type Once } from "./once.ts";

/** A calendar event as in its API, with its attendees. */
export type CalendarEvent = {
  app_id: string;
  calendar_id: string;
  event: Record<string, unknown> & { event_id: string };
  attendees: Array<Record<string, unknown>>;
};

/** Objects that apps created other than messages; shown by `GET /sandbox/made`. */
export type Made = {
  events: Map<string, CalendarEvent>;
  tasks: Map<string, Record<string, unknown>>;
  /** Rows by `app_token/table_id`. */
  records: Map<string, Array<Record<string, unknown>>>;
  eventOnce: Once<string>;
  chatOnce: Once<string>;
  taskOnce: Once<string>;
  recordsOnce: Once<{ request: string; answer: Record<string, unknown> }>;
};

const CHAT_UUID_MS = 10 * 3_600_000;
const TASK_TOKEN_MS = 5 * 60_000;

/** An empty set of made objects; `now` is the sandbox clock. */
export function createMade(now: () => number): Made {
  return {
    events: new Map(),
    tasks: new Map(),
    records: new Map(),
    eventOnce: createOnce(now),
    chatOnce: createOnce(now, CHAT_UUID_MS),
    taskOnce: createOnce(now, TASK_TOKEN_MS),
    recordsOnce: createOnce(now),
  };
}

/** The answer of `GET /sandbox/made`. */
export function madeView(made: Made) {
  return {
    events: [...made.events.values()],
    tasks: [...made.tasks.values()],
    records: Object.fromEntries(made.records),
  };
}
