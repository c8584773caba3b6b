import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProcedureKit } from "../../../cards/record/kit.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { listRecords } from "../../../db/records.ts";
import type { CardAnswer } from "../../../src/bot/sending/card-answer.ts";
import { hasButton } from "../../../src/domain/procedure/definition.ts";
import { type AnyState, filledIn, inState, openSteps, startAnyState, type Typed } from "./any-state.ts";

// Whatever is pressed on any card of any procedure: the answer is a sentence, what was typed comes back, and nothing happens
// that the state, the person or another who was first does not allow.

let world: AnyState;
beforeAll(async () => {
  world = await startAnyState();
});
afterAll(() => world.close());

const kits = KITS.map((kit): [string, ProcedureKit] => [kit.definition.id, kit]);
const kitNamed = (id: string) => {
  const kit = KITS.find(({ definition }) => definition.id === id);
  if (!kit) throw new Error(`no procedure ${id}`);
  return kit;
};
const saidIn = ({ toast }: CardAnswer) => toast?.content ?? "";
const SENTENCE = expect.stringMatching(/^[^。].*[。.]$/su);
const each = (boxes: readonly string[], content: (i: number) => unknown): Typed =>
  Object.fromEntries(boxes.map((box, i) => [box, content(i)]));
const bytesOf = ({ card }: CardAnswer) => new TextEncoder().encode(JSON.stringify(card?.data ?? {})).length;

/** Contents no form of ours sends. */
const WRONG: unknown[] = [null, [], {}, true, -1, ["nobody"], "constructor"];
const TEXT = "许多🎉<at id=all></at>２月３０日";

describe.each(kits)("%s", (id, kit) => {
  test("what cannot be taken is answered with a sentence, and stands in the form again", async () => {
    for (const { record: played, name, step, who } of openSteps(kit, world.people)) {
      const [actor] = who;
      if (!actor) continue;
      let record = await world.put(kit, played);
      const boxes = Object.keys(filledIn(kit, step, actor, record));
      const typedIn = boxes.filter((box) => step.asks[box.split(".")[0] ?? ""]?.kind !== "choice");
      const forms = [each(boxes, () => TEXT), each(boxes, (i) => WRONG[i % WRONG.length])];
      for (const typed of boxes.length === 0 ? [] : forms) {
        const answer = await world.press(actor, `step__${record.id}__${name}__${record.revision}`, typed);
        expect([name, saidIn(answer)]).toEqual([name, SENTENCE]);
        const { revision } = await world.read(record.id);
        const back = JSON.stringify(answer.card).split(TEXT).length - 1;
        if (revision > record.revision) record = await world.put(kit, played);
        else if (typed === forms[0])
          expect([name, back]).toEqual([name, expect.toSatisfy((n) => n >= typedIn.length)]);
      }
    }
  });

  test("two who press in the same moment: one step is taken, the other is told how it stands", async () => {
    for (const { record: played, name, step, who } of openSteps(kit, world.people)) {
      const [one, other = one] = who;
      if (!one || !other || step.adds) continue;
      const record = await world.put(kit, played);
      const action = `step__${record.id}__${name}__${record.revision}`;
      const answers = await Promise.all([
        world.press(one, action, filledIn(kit, step, one, record)),
        world.press(other, action, filledIn(kit, step, other, record), { second: true }),
      ]);
      const taken = (await world.read(record.id)).revision - record.revision;
      for (const answer of answers) expect([name, saidIn(answer)]).toEqual([name, SENTENCE]);
      const done = answers.filter(({ toast }) => toast?.type === "success").length;
      expect([name, taken, done]).toEqual([name, expect.toBeOneOf([0, 1]), taken]);
    }
  });

  test("a step that is the code's alone is taken by no press", async () => {
    for (const [name, step] of Object.entries(kit.definition.steps).filter(([, one]) => !hasButton(one))) {
      const played = inState(kit, step.from);
      if (!played) continue;
      const record = await world.put(kit, played);
      const begins = step.from === "start" ? `begin__${id}__2026Q3/qikou/__${name}` : null;
      for (const person of world.people.slice(0, 6)) {
        const action = begins ?? `step__${record.id}__${name}__${record.revision}`;
        const answer = await world.press(person, action, filledIn(kit, step, person, record));
        expect([name, saidIn(answer)]).toEqual([name, SENTENCE]);
      }
      expect([name, await listRecords(world.deps.db, {})]).toEqual([name, [record]]);
    }
  });
});

test.each([
  ["rectification", "order"],
  ["money", "receive"],
  ["appraisal", "change"],
  ["town_plan", "demands"],
])("10,000 characters in every box of %s.%s are refused on a card the platform shows", async (id, name) => {
  const kit = kitNamed(id);
  const open = openSteps(kit, world.people).find((one) => one.name === name);
  const [actor] = open?.who ?? [];
  if (!open || !actor) throw new Error(`nobody may take ${id}.${name}`);
  const record = await world.put(kit, open.record);
  const boxes = Object.keys(filledIn(kit, open.step, actor, record));
  const action = `step__${record.id}__${name}__${record.revision}`;
  const answer = await world.press(
    actor,
    action,
    each(boxes, () => "长".repeat(10_000)),
  );
  expect(saidIn(answer)).toMatch(/过长|没有读|请填/);
  expect(saidIn(answer).length).toBeLessThan(100);
  expect(JSON.stringify(answer.card)).toContain("长".repeat(90));
  expect(bytesOf(answer)).toBeLessThan(30_000);
});

test("what no card offers is answered with a sentence too: no such record, step, procedure or person", async () => {
  const kit = kitNamed("rectification");
  const [open] = openSteps(kit, world.people);
  if (!open) throw new Error("no step");
  const record = await world.put(kit, open.record);
  const stranger = { ...world.people[0], openId: "ou_nobody" };
  for (const action of [
    "show__nope",
    `form__${record.id}__nope`,
    `form__${record.id}__constructor`,
    `step__${record.id}__nope__1`,
    `step__${record.id}__${open.name}__99999999999999999999`,
    `step__${record.id}__${open.name}__-1`,
    "begin__nope__//__plan",
    "begin__visit__//__nope",
    "begin__visit__//__constructor",
    "new__nope__//",
    "new__visit__////////",
    "new__objection__9999Q9/nowhere/x",
    "new__plan__2026Q2/qikou/nope",
    "begin__visit__9999Q9/nowhere/x__plan",
    "begin__money__//nope__begin",
    "list__nope__1e9",
    "together__nope__x__y",
    "together__year_task__constructor__y",
    "constructor__x",
    "",
  ])
    for (const person of [...world.people.slice(0, 6), stranger]) {
      const answer = await world.press(person, action, { town: "nowhere", until: "2月30日" });
      expect([action, saidIn(answer) !== "" || answer.card !== undefined]).toEqual([action, true]);
      if (person === stranger) expect([action, answer.card]).toEqual([action, undefined]);
    }
  expect(await world.read(record.id)).toEqual(record);
});

test("a press made again, because its answer was lost, begins one record; after its end it begins another", async () => {
  const [kit, office] = [kitNamed("rectification"), world.people.find(({ role }) => role === "city_office")];
  const [open] = openSteps(kit, world.people);
  if (!open || !office) throw new Error("no step");
  const before = await world.put(kit, open.record);
  const found = async () =>
    (await listRecords(world.deps.db, { procedure: kit.definition.id })).filter(({ id }) => id !== before.id);
  const find = async () =>
    saidIn(
      await world.press(
        office,
        "begin__rectification__//__find",
        { town: "qikou", finding: "驳岸坍塌" },
        { on: "om_form" },
      ),
    );
  expect([await find(), await find()]).toEqual(["已记录，交县（市、区）下达整改。", "刚才已经办好了。"]);
  const [begun] = await found();
  expect(await found()).toHaveLength(1);
  await world.press(office, `step__${begun?.id}__withdraw__1`, { reason: "记错了镇" });
  expect(await find()).toBe("已记录，交县（市、区）下达整改。");
  expect((await found()).map(({ state }) => state).sort()).toEqual(["found", "withdrawn"]);
});
