import { namedIn } from "../places/place-names.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

// Questions about inspections (督查) and what they found to be mended (整改).

const VISITS = /督查|\binspections?\b/;
const MENDING = /整改|回头看|\bmending\b|\bto be mended\b|\brectif/;

/** A quarter's inspections. */
export function aboutVisits({ text, when, action }: Heard): Intent | null {
  return action === null && VISITS.test(text) && !MENDING.test(text) ? { kind: "visits", ...when } : null;
}

/** What is being mended, in a town if one is named. */
export function aboutMending({ text, places, action }: Heard): Intent | null {
  if (action !== null || !MENDING.test(text) || places.ask.length > 0) return null;
  const [town, ...more] = namedIn(places);
  return { kind: "mending", ...(town && more.length === 0 ? { town } : {}) };
}
