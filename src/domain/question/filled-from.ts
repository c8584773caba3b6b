import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { type Asks, type Field, optionsOf } from "../procedure/field.ts";
import type { Values } from "../procedure/record.ts";
import type { Person } from "../programme/people.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { readDay } from "../reading/read-day.ts";
import { namedDepartment } from "../task/named-department.ts";

// What a sentence that asks for a new record already says of it: the unit, the day, and behind a colon the matter.

/** `given`: values the code supplies to the step, among them what may be chosen. */
export type Filling = {
  typed: string;
  towns: readonly Town[];
  programme: Programme;
  given: Values;
  actor: Person;
  now: number;
};

/** A day as it stands in a sentence. */
export const DAY_SAID =
  /(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|底|末)|(?:明|后)天|(?:这|本|下)周[一二三四五六日天]|20\d\d-\d{1,2}-\d{1,2}/;

/** The boxes of a form that a sentence fills, each at most once; the rest stays for whoever fills it in. */
export function filledFrom(asks: Asks, said: Filling): Record<string, string | string[]> {
  const { typed, programme, now } = said;
  const matter = typed.split(/[:：]/).slice(1).join("：").trim();
  const today = shanghaiDay(now);
  const day = readDay(DAY_SAID.exec(typed)?.[0] ?? "", { year: Number(today.slice(0, 4)), today });
  let units = unitsIn(typed, said.towns, programme);
  const filled: Record<string, string | string[]> = {};
  let [isMatterOpen, isDayOpen] = [matter !== "", day !== null && day >= today];
  for (const [name, field] of Object.entries(asks)) {
    if (field.kind === "words" && !field.optional && isMatterOpen) {
      filled[name] = [...matter].slice(0, field.longest).join("");
      isMatterOpen = false;
    } else if (field.kind === "day" && field.edge !== "start" && isDayOpen) {
      filled[name] = day ?? "";
      isDayOpen = false;
    } else if (field.kind === "choice") {
      const [first, ...more] = chosenOf(field, units, said);
      if (!first) continue;
      filled[name] = field.many ? [first.id, ...more.map(({ id }) => id)] : first.id;
      // Whoever holds a meeting is not also its only guest.
      const placed = field.many ? [first, ...more] : [first];
      units = units.filter(({ slug }) => !placed.some((one) => one.slug === slug));
    }
  }
  return filled;
}

/** A unit that is named, by an id a choice may have for it. */
type Unit = { slug: string; id: string };

/** A department comes before the towns, which are what it is about. */
function unitsIn(text: string, towns: readonly Town[], programme: Programme): Unit[] {
  const department = namedDepartment(text, programme);
  const both = (kind: string, slug: string) => [`${kind}.${slug}`, slug].map((id) => ({ slug, id }));
  return [
    ...(department ? both("department", department.slug) : []),
    ...towns.flatMap(({ slug }) => both("town", slug)),
  ];
}

function chosenOf(
  field: Extract<Field, { kind: "choice" }>,
  units: readonly Unit[],
  { given, programme, actor }: Filling,
): Unit[] {
  const known = new Set(optionsOf(field, given, null, { programme, actor }).map(({ id }) => id));
  return units.filter(({ id }) => known.has(id));
}
