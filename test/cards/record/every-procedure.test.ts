import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Card } from "../../../cards/card.ts";
import { newRecordCard, stepFormCard } from "../../../cards/record/form.ts";
import { loggedName } from "../../../cards/record/history.ts";
import { keptCard } from "../../../cards/record/kept.ts";
import type { ProcedureKit, RecordView } from "../../../cards/record/kit.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { recordListCard } from "../../../cards/record/list.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { formGroups } from "../../../cards/record/steps.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import { mayBegin, offered } from "../../../src/domain/procedure/take.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { fieldsOf } from "../../bot/card-reading.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, longestForm, playedEvery, START } from "../../domain/procedure/played.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { tenTowns } from "../office/programmes.ts";
import { buttonsOf, expectSendable, wordsOf } from "../office/sendable.ts";

const readers = [...everyone(tenTowns), null];
/** A record's card as one reader sees it. */
type Seen = { view: RecordView; card: Card };
/** At most one blue button, the first; red ones last. */
const ONE_BLUE_RED_LAST = /^(primary|default)?(,?default)*(,?danger)*$/;
const stepsOn = (card: Card) =>
  buttonsOf(card).filter(({ action }) => /^(form|step)$/.test(action?.kind ?? ""));
const kits = KITS.map((kit): [string, ProcedureKit] => [kit.definition.id, kit]);

describe.each(kits)("the cards of %s", (id, kit) => {
  const played = playedEvery(kit.definition, tenTowns, GIVEN[id] ?? {});
  let seen: Seen[] = [];
  /** What many readers see alike is read once. */
  let different: Seen[] = [];
  beforeAll(() => {
    seen = played.flatMap((record) =>
      LOCALES.flatMap((locale) =>
        readers.map((reader): Seen => {
          const at = { actor: reader, now: START, programme: tenTowns, evidence: 1 };
          const offers = reader ? offered(kit.definition, record, at) : [];
          const quarter = quarterIn("provisional");
          const unheld = reader ? [] : owed(kit.definition, record, tenTowns).map(({ to }) => to);
          const situation = { reader, offers, evidence: 1, quarter, unheld, now: START, locale };
          const view = { programme: tenTowns, kit, record, ...situation };
          return { view, card: recordCard(view) };
        }),
      ),
    );
    different = [...new Map(seen.map((one) => [JSON.stringify(one.card), one])).values()];
  });
  afterAll(() => {
    seen = [];
    different = [];
  });

  test("are cards the platform takes, for every reader, state and language, filled to the brim", () => {
    for (const { view, card } of different) {
      expectSendable(card);
      // What was typed stands above the record's card.
      const kept = keptCard(view, longestForm(kit.definition, view.record), "字".repeat(80));
      if (kept) expectSendable(kept);
    }
    // Readers who may take the same steps get the same forms.
    const drawn = new Set<string>();
    for (const { view } of seen) {
      const forms = `${view.record.id} ${view.locale} ${view.offers.join()}`;
      if (drawn.has(forms)) continue;
      drawn.add(forms);
      for (const group of formGroups(view))
        expectSendable(stepFormCard(view, group, { typed: view.record.data, problem: "字".repeat(80) }));
    }
    for (const locale of LOCALES)
      expectSendable(
        recordListCard({
          programme: tenTowns,
          kits: KITS,
          scope: id,
          records: played,
          page: 1,
          now: START,
          locale,
        }),
      );
  });

  test("have no boxes, for they are redrawn under whatever is being typed; their steps open forms", () => {
    for (const { card } of different) expect(fieldsOf(card)).toEqual([]);
    const forms = seen.flatMap(({ view, card }) =>
      buttonsOf(card).flatMap(({ action }) =>
        action?.kind === "form" ? [stepFormCard(view, [action.step])] : [],
      ),
    );
    expect(forms.filter((form) => fieldsOf(form).length === 0)).toEqual([]);
  });

  test("begin with a form for whoever may begin one", () => {
    const [town] = tenTowns.towns;
    const origin = { town: town?.slug ?? "", period: "2026Q3", ref: "" };
    const began = everyone(tenTowns).filter((reader) => {
      const at = { actor: reader, now: START, programme: tenTowns, evidence: 0 };
      const starts = Object.keys(kit.definition.steps).filter((step) =>
        mayBegin(kit.definition, step, origin, at),
      );
      const view = { programme: tenTowns, kit, origin, starts, given: GIVEN[id] ?? {}, reader };
      for (const locale of LOCALES) if (starts.length > 0) expectSendable(newRecordCard({ ...view, locale }));
      return starts.length > 0;
    });
    expect(began).not.toEqual([]);
  });

  test("lead with the step that is wanted: a refusal is never blue, and what ends the record stands last", () => {
    for (const { card } of different.filter(({ view }) => view.locale === "zh-CN")) {
      const steps = stepsOn(card);
      expect(steps.map(({ type }) => type).join()).toMatch(ONE_BLUE_RED_LAST);
      const blue = steps.filter(({ type }) => type === "primary").map(({ text }) => text);
      expect(blue.filter((text) => /^(不|未|没有|退|撤|取消|停|收回|跳过|改|重新)/.test(text))).toEqual([]);
    }
  });

  test("put forward, on a form, the step whose button opened it, unless that ends the record", () => {
    for (const { view } of different.filter(({ view }) => view.locale === "zh-CN"))
      for (const group of formGroups(view))
        for (const opened of group) {
          const steps = stepsOn(stepFormCard({ ...view, opened }, group));
          expect(steps.map(({ type }) => type).join()).toMatch(ONE_BLUE_RED_LAST);
          const pressed = steps.find(({ action }) => action?.kind === "step" && action.step === opened);
          expect(pressed?.type).not.toBe("default");
        }
  });

  test("name every field of the history in the field's words, never as a question or by its id", () => {
    for (const { card } of different)
      expect(wordsOf(card)).not.toMatch(/(^|<br>|\n)[a-z_]+(：|: )|[？?][：:]/);
  });

  test("name every field of the history by its name alone, not by how to fill it in", () => {
    for (const locale of LOCALES) {
      const names = Object.keys(kit.words[locale].fields).map((field) => loggedName({ kit, locale }, field));
      expect(
        names.filter((name) =>
          /[，：:]|such as|^If |, optional|one a line|请谁|怎么|可多选|选填|不填|不选|is added/.test(name),
        ),
      ).toEqual([]);
    }
  });

  test("name every choice of the history and everybody a step waits for, never by an id", () => {
    for (const { card } of different.filter(({ view }) => view.locale === "zh-CN"))
      expect(wordsOf(card)).not.toMatch(/(：|、|由)[a-z]+(_[a-z0-9]+)*(?=$|<br>|\n|、|于)/);
  });

  test("have words for every state, step and reason, and no button in a group", () => {
    for (const locale of LOCALES) {
      const words = kit.words[locale];
      for (const reason of kit.definition.reasons) expect(words.refused[reason]).toBeTruthy();
      for (const step of Object.keys(kit.definition.steps)) expect(words.steps[step]?.log).toBeTruthy();
    }
    for (const { card } of seen.filter(({ view }) => view.reader === null)) {
      expect(JSON.stringify(card)).not.toContain('"tag":"button"');
      // Groups and unrelated people see posts, not names.
      expect(wordsOf(card)).not.toMatch(/同志\d/);
    }
  });
});
