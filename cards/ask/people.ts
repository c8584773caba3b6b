import { isCountyRole, type Locale, type Person } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { countyName, nameOf, townName } from "../names.ts";
import { query } from "../query.ts";
import { deadlineText } from "../text/deadlines.ts";
import { postText } from "../text/posts.ts";

/** `people`: holders of the town's posts and of its county's. */
export type PeopleView = {
  programme: Programme;
  offices: Array<{ town: Town; people: Person[] }>;
  locale: Locale;
};

/** Who answers for a town: names and posts, never a way to reach them. */
export function peopleCard({ programme, offices, locale }: PeopleView): Card {
  const text = deadlineText(locale);
  const { posts } = postText(locale);
  const lines = offices.map(({ town, people }) => {
    const place = townName(town, locale);
    const county = countyName(programme, town, locale);
    const held = [...new Set(people.map(({ role }) => role))].map((post) =>
      text.holder(
        posts[post](isCountyRole(post) ? county : place),
        people.filter(({ role }) => role === post).map(({ name }) => typed(name, 40)),
      ),
    );
    return [`**${text.office(place, county)}**`, ...(held.length > 0 ? held : [text.nobody])].join("<br>");
  });
  return card({ title: text.peopleTitle, subtitle: nameOf(programme, locale), template: "blue" }, [
    md(lines.join("\n\n")),
    row(
      offices.map(({ town }) => [button(text.status(townName(town, locale)), query.status(town.slug))]),
      [],
      "flow",
    ),
  ]);
}
