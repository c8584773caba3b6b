import { peopleCard } from "../../../cards/ask/people.ts";
import { holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/programme/people.ts";
import { countyOf, type Town } from "../../domain/programme/programme.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** "临县谁负责": who holds the posts of these towns and their counties, by name and post alone. */
export async function answerPeople(deps: Deps, { person }: Asker, towns: Town[]): Promise<Reply> {
  const { programme } = deps;
  const offices = await Promise.all(
    towns.map(async (town) => ({ town, people: await holdersFor(deps, town) })),
  );
  const card = peopleCard({ programme, offices, locale: person.locale });
  return { card, stands: { kind: "people", subject: towns.map(({ slug }) => slug).join(" ") } };
}

/** The holders of a town's and its county's posts, the county first. */
async function holdersFor({ db, programme }: Deps, town: Town): Promise<Person[]> {
  const county = countyOf(programme, town).slug;
  const posts = await Promise.all([
    holders(db, "county_principal", county),
    holders(db, "county_reviewer", county),
    holders(db, "town_official", town.slug),
    holders(db, "town_principal", town.slug),
  ]);
  return posts.flat();
}
