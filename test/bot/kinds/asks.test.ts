import { expect, test } from "vitest";
import { newRecordCard, stepFormCard } from "../../../cards/record/form.ts";
import { paymentKit } from "../../../cards/record/kits/payment.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { mayBegin, offered } from "../../../src/domain/procedure/take.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, playedEvery, START } from "../../domain/procedure/played.ts";
import { towns } from "../../domain/programmes.ts";
import { fieldsOf, wordsOf } from "../card-reading.ts";

// Nothing is asked for twice: what is known stands in the form, and what has to be sent is said once.

const people = everyone(towns);
const kits = KITS.map((kit) => [kit.definition.id, kit] as const);
const TOWN = "qikou";

test.each(kits)("%s: a form opened about a town does not ask which", (id, kit) => {
  const { definition } = kit;
  for (const reader of people) {
    const origin = { town: TOWN, period: "", ref: "" };
    const at = { actor: reader, now: START, programme: towns, evidence: 0 };
    const starts = Object.keys(definition.steps).filter((step) => mayBegin(definition, step, origin, at));
    const asksTown = starts.some((step) => "town" in (definition.steps[step]?.asks ?? {}));
    if (!asksTown) continue;
    const given = { ...GIVEN[id] };
    const view = { programme: towns, kit, origin, starts, given, reader, locale: "zh-CN" } as const;
    const town = fieldsOf(newRecordCard({ ...view, starts: [...starts] })).find(
      ({ name }) => name === "town",
    );
    expect([reader.role, town?.value]).toEqual([reader.role, TOWN]);
  }
});

test.each(kits)("%s: a form says once that photos or files are to be sent", (id, kit) => {
  const { definition } = kit;
  const asked: string[] = [];
  for (const record of playedEvery(definition, towns, GIVEN[id] ?? {}))
    for (const reader of people) {
      const at = { actor: reader, now: START, programme: towns, evidence: 0 };
      const steps = offered(definition, record, at).filter((step) =>
        Object.values(definition.steps[step]?.asks ?? {}).some(({ kind }) => kind === "evidence"),
      );
      for (const step of steps)
        for (const locale of LOCALES) {
          const situation = { offers: steps, evidence: 0, quarter: null, unheld: [], now: START };
          const view = { programme: towns, kit, record, reader, locale, given: record.data, ...situation };
          const words = wordsOf(stepFormCard(view, [step]));
          const times = words.match(/回复(本)?卡片|reply to this card/g)?.length ?? 0;
          if (times > 1) asked.push(`${step} ${locale}`);
        }
    }
  expect([...new Set(asked)]).toEqual([]);
});

test("a day that stands in a form brings why it is a day off", () => {
  const bare = KITS.flatMap(({ definition: { id, steps } }) =>
    Object.entries(steps).flatMap(([step, { asks }]) => {
      const keeps = Object.values(asks).some((field) => field.kind === "day" && field.keeps);
      return keeps && asks.day_off && !asks.day_off.keeps ? [`${id}.${step}`] : [];
    }),
  );
  expect(bare).toEqual([]);
});

test("money that has not arrived is paid again by the day and paper that are known", () => {
  const { definition } = paymentKit;
  const missed = playedEvery(definition, towns, GIVEN.payment ?? {}).find(
    ({ state, log }) => state === "due" && log.at(-1)?.step === "missing",
  );
  const reader = people.find(({ role }) => role === "department") ?? null;
  if (!missed) throw new Error("all of it arrived");
  const situation = { offers: ["pay"], evidence: 0, quarter: null, unheld: [], now: START };
  const view = { programme: towns, kit: paymentKit, record: missed, reader, ...situation };
  const shown = fieldsOf(stepFormCard({ ...view, locale: "zh-CN" }, ["pay"])).map(({ value }) => value);
  expect(shown).toEqual([missed.data.paid_on, missed.data.paper]);
});
