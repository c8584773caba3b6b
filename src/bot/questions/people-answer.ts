import { peopleCard } from "../../../cards/ask/people.ts";
import { listPeople } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import { isCountyRole } from "../../domain/programme/people.ts";
import { countyOf, type Town } from "../../domain/programme/programme.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** "临县谁负责": who holds the posts of these towns and their counties, by name and post alone. */
export async function answerPeople(deps: Deps, { person }: Asker, towns: Town[]): Promise<Reply> {
  const { programme } = deps;
  const everyone = await listPeople(deps.db);
  const offices = towns.map((town) => ({
    town,
    people: everyone.filter(({ role, area }) =>
      isCountyRole(role)
        ? area === countyOf(programme, town).slug
        : (role === "town_official" || role === "town_principal") && area === town.slug,
    ),
  }));
  const card = peopleCard({ programme, offices, locale: person.locale });
  return { card, stands: { kind: "people", subject: towns.map(({ slug }) => slug).join(" ") } };
}
