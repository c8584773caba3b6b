import type { Town } from "../programme/programme.ts";
import { spokenOf } from "./about-towns.ts";
import { type Aiming, readAim } from "./aim.ts";
import type { Heard } from "./heard.ts";
import type { Intent, When } from "./intent.ts";

/** What it would take to get somewhere: for the named town, else for the asker's own, else for the one spoken of. */
export function aboutAim({ said, programme, action, context, when }: Heard): Intent | null {
  const aiming = action === null ? readAim(said, programme) : null;
  if (!aiming) return null;
  const { subject } = aiming;
  const town = subject.towns[0] ?? context.own ?? spokenOf(context)[0];
  if (aiming.kind === "catch_up") return aboutCatchingUp(aiming, town, when);
  const { aim } = aiming;
  if (subject.ask.length > 0) return { kind: "which", options: subject.ask, about: "what_if", aim, ...when };
  return { kind: "what_if", ...(town ? { town } : {}), aim, ...when };
}

function aboutCatchingUp(
  { target, subject }: Extract<Aiming, { kind: "catch_up" }>,
  town: Town | undefined,
  when: When,
): Intent | null {
  const [goal] = target.towns;
  const known = town ? { town } : {};
  if (!goal) return { kind: "which", options: target.ask, about: "catch_up", ...known, ...when };
  const aim = { town: goal };
  if (subject.ask.length > 0) return { kind: "which", options: subject.ask, about: "what_if", aim, ...when };
  return town === goal ? null : { kind: "what_if", ...known, aim, ...when };
}
