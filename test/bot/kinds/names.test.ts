import { expect, test } from "vitest";
import * as z from "zod";
import { newRecordCard, stepFormCard } from "../../../cards/record/form.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { recordListCard } from "../../../cards/record/list.ts";
import { recordCard } from "../../../cards/record/record.ts";
import pack from "../../../db/programmes/luliang-ten-towns.json" with { type: "json" };
import { mayBegin, offered } from "../../../src/domain/procedure/take.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { parsePack } from "../../../src/domain/programme/programme.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, playedTo, START } from "../../domain/procedure/played.ts";
import { towns } from "../../domain/programmes.ts";

// A pack in which programme, office, places and departments are called otherwise: every card, form and list of every
// procedure calls them so.

const kits = KITS.map((kit) => [kit.definition.id, kit] as const);
const PLACES = [...towns.towns, ...towns.counties];
const NAMES = [
  ...[towns, towns.office, towns.city, ...towns.departments, ...PLACES].flatMap(({ name, nameEn }) => [
    name,
    nameEn,
  ]),
  ...[towns, ...PLACES].map(({ short }) => short),
];
const CALLED = new Map(
  [...new Set(NAMES)].sort((a, b) => b.length - a.length).map((name, i) => [name, `改名${i}号`]),
);
const renamed = (text: string) => [...CALLED].reduce((all, [name, is]) => all.replaceAll(name, is), text);

/** The pack with these names, and nothing else of it, changed. */
function rename(all: object): object {
  const text = JSON.stringify(all, (key, value: unknown) =>
    key === "aliases"
      ? []
      : ["name", "nameEn", "short"].includes(key) && typeof value === "string"
        ? (CALLED.get(value) ?? value)
        : value,
  );
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

const parsed = parsePack({ ...rename(pack), ambiguousInitials: {} });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { programme } = parsed;
const given = z
  .record(z.string(), z.record(z.string(), z.json()))
  .parse(JSON.parse(renamed(JSON.stringify(GIVEN))));

test.each(kits)("%s", (id, kit) => {
  const { definition } = kit;
  const drawn: unknown[] = [];
  const records = [...playedTo(definition, programme, given[id] ?? {}).values()];
  for (const locale of LOCALES) {
    drawn.push(recordListCard({ programme, kits: KITS, scope: id, page: 1, now: START, records, locale }));
    for (const reader of everyone(programme)) {
      if (locale === "en" && reader.role !== "city_office") continue;
      const at = { actor: reader, now: START, programme, evidence: 0 };
      const origin = { town: programme.towns[0]?.slug ?? "", period: "2026Q3", ref: "" };
      const starts = Object.keys(definition.steps).filter((step) => mayBegin(definition, step, origin, at));
      if (starts.length > 0)
        drawn.push(newRecordCard({ programme, kit, origin, starts, given: given[id] ?? {}, reader, locale }));
      for (const record of records) {
        const offers = offered(definition, record, at);
        const view = {
          programme,
          kit,
          record,
          reader,
          offers,
          evidence: 0,
          quarter: null,
          unheld: [],
          now: START,
          locale,
        };
        drawn.push(recordCard(view));
        for (const step of offers)
          drawn.push(stepFormCard({ ...view, given: { ...record.data, ...given[id] } }, [step]));
      }
    }
  }
  const said = JSON.stringify(drawn);
  expect([...CALLED.keys()].filter((name) => said.includes(name))).toEqual([]);
  expect(said).toContain(CALLED.get(towns.name));
});
