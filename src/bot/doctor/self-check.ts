import { asOf } from "../../../cards/living/living.ts";
import { doctorCard } from "../../../cards/office/doctor.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { examine } from "./examine.ts";

/** "自检": the whole bot looked at, for somebody of the office; a card of its moment. */
export async function selfCheck(deps: Deps, { locale }: Person): Promise<Reply> {
  const card = doctorCard({ findings: await examine(deps, locale), locale });
  return { card: asOf(card, deps.clock.now(), locale), stands: { kind: "about", subject: "" } };
}
