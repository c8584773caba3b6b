import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import type { ScriptRun } from "../../../src/sandbox/scripts/script-run.ts";
import { failureText } from "../../../src/sandbox/scripts/script-runs.ts";
import { openDesk } from "../server/desk.ts";
import { openLunch } from "./lunch-bot.ts";

const lunch: unknown = JSON.parse(readFileSync(new URL("lunch.json", import.meta.url), "utf8"));
const runSchema = z.looseObject({
  id: z.string(),
  status: z.enum(["playing", "done", "failed", "stopped"]),
  steps: z.array(z.looseObject({ step: z.string(), ok: z.boolean() })).optional(),
});

async function play(steps: unknown[], more = {}) {
  const lunchTime = await openLunch();
  const { desk, settle } = lunchTime;
  const run = await desk.sandbox.play({ steps, patience_ms: 0, ...more }, settle);
  return { ...lunchTime, run, steps: desk.sandbox.scripts.find(run.id)?.steps ?? [] };
}
const order = { who: "Ben", menu: "Order" };
const why = (run: ScriptRun) => failureText(run);

test("people write, wait, fill in a form by its labels, send a photo, press and forget", async () => {
  const { desk, bot, orders, settle } = await openLunch();
  const run = await desk.sandbox.play(lunch, settle);
  expect(why(run)).toBe("");
  expect(run).toMatchObject({ title: "Lunch for the office", status: "done", played: 11 });
  expect([...orders.values()]).toEqual(["noodles", "rice"]);
  const { steps = [] } = desk.sandbox.scripts.find(run.id) ?? {};
  expect(steps.map(({ step, who, did }) => `${step} ${who}: ${did}`)).toEqual([
    '0 Anna: sent "@Lunch open"',
    '1 Anna: waited for {"title":"Lunch","group":"Office"}',
    "2/order=Anna/0 Anna: chose 点餐 from the menu",
    '2/order=Anna/1 Anna: pressed "Send" on "Your order"',
    "2/order=Ben/0 Ben: chose 点餐 from the menu",
    '2/order=Ben/1 Ben: pressed "Send" on "Your order"',
    "3 Carla: forgot to order",
    "4 Anna: replied with the picture table.png",
    '5 Anna: pressed "Close" on "Lunch today"',
    'Ben: waited for {"text":"Thank you, Ben"}'.replace(/^/, "6 "),
    '7 Carla: waited for {"text":"nothing for you"}',
  ]);
  expect(steps.at(-1)).toMatchObject({ ok: false, skipped: "it is optional" });
  expect(steps[0]?.at).toBeGreaterThanOrEqual(Date.parse("2026-09-01T10:00:00+08:00"));
  expect(steps[6]?.at).toBeGreaterThanOrEqual(Date.parse("2026-09-01T11:00:00+08:00"));
  expect(bot.events().map(({ header }) => header.event_type)).toContain("card.action.trigger");
});

test("a script is started and followed over HTTP, where steps wait for what the bot sends", async () => {
  const { desk, orders } = await openLunch();
  const started = await desk.post("/sandbox/scripts", lunch);
  const { run } = z.object({ run: runSchema }).parse(started.body);
  expect(await desk.post("/sandbox/scripts", lunch)).toMatchObject({
    status: 400,
    body: { ok: false, error: "Lunch for the office is still being played" },
  });
  const now = async () => runSchema.parse((await desk.call("GET", `/sandbox/scripts/${run.id}`)).body);
  while ((await now()).status === "playing");
  expect(await now()).toMatchObject({ status: "done", played: 11 });
  expect(orders.size).toBe(2);
  const { body } = await desk.call("GET", "/sandbox/scripts");
  expect(body).toMatchObject({ scripts: [{ id: run.id, status: "done" }] });
  expect(await desk.post(`/sandbox/scripts/${run.id}/stop`, {})).toMatchObject({ status: 400 });
  expect(await desk.call("GET", "/sandbox/scripts/none")).toMatchObject({ status: 404 });
});

test("the same script comes to the same, step by step", async () => {
  const played = [];
  for (let n = 0; n < 2; n += 1) {
    const { desk, settle } = await openLunch();
    const run = await desk.sandbox.play(lunch, settle);
    const { steps = [] } = desk.sandbox.scripts.find(run.id) ?? {};
    played.push(steps.map(({ step, did, ok, toast, error }) => ({ step, did, ok, toast, error })));
  }
  expect(played[0]).toEqual(played[1]);
});

test("a failing step says who, which message, and what was on the card", async () => {
  const { run, steps } = await play([order, { who: "Ben", press: "Throw", on: "Your order" }, order]);
  expect(run).toMatchObject({ status: "failed", played: 2 });
  expect(steps[1]).toMatchObject({ who: "Ben", ok: false, did: 'wanted to press "Throw"' });
  expect(why(run)).toContain("step 1, Ben");
  expect(why(run)).toContain("Your order");
  expect(why(run)).toContain("offers select_static Dish, input Note (optional), button Send");
});

test("a form stopped by the client, a wrong label, a wrong option and a warning all fail the step", async () => {
  const send = (fill: unknown, more = {}) => ({ who: "Ben", press: "Send", on: "Your order", fill, ...more });
  const stopped = await play([order, send({ Note: "x" })]);
  expect(stopped.run.failure).toMatchObject({ error: "the client showed 请填写必填项：Dish" });
  expect(stopped.run.failure?.message_id).toMatch(/^om_/);
  const label = await play([order, send({ Dissh: "Rice" })]);
  expect(label.run.failure?.error).toBe('the form has no field called "Dissh"; it has Dish, Note (optional)');
  const option = await play([order, send({ Dish: "Soup" })]);
  expect(option.run.failure?.error).toContain('"Soup" is not among its options');
  const twice = await play([order, order, send({ Dish: "Rice" }), send({ Dish: "Rice" })]);
  expect(twice.run.failure?.error).toBe("the bot answered: You have ordered already");
  const expected = await play([order, send({ Note: "x" }, { fails: "必填" })]);
  expect(expected.run.status).toBe("done");
  const wrongToast = await play([order, send({ Dish: "Rice" }, { toast: "Soup" })]);
  expect(wrongToast.run.failure?.error).toBe('the toast was "Rice", not "Soup"');
  const noError = await play([order, send({ Dish: "Rice" }, { fails: "200341" })]);
  expect(noError.run.failure?.error).toContain("no error was shown");
});

test("of what a person knows they enter what the form asks; options by their beginning, a star for the rest", async () => {
  const knows = { Dish: "Noo", Dessert: "none", dish: "Rice" };
  const { run, bot } = await play([
    order,
    { who: "Ben", press: "Send", knows, fill: { "*": "as always" }, toast: "Rice" },
  ]);
  expect(why(run)).toBe("");
  const forms = bot.events().flatMap(({ event }) => {
    const action = z.object({ form_value: z.unknown() }).safeParse(event.action);
    return action.success ? [action.data.form_value] : [];
  });
  expect(forms).toEqual([{ dish: "rice", note: "as always" }]);
  const begun = await play([order, { who: "Ben", press: "Send", fill: { Dish: "Noo" }, toast: "Noodles" }]);
  expect(why(begun.run)).toBe("");
});

test("names that mean nobody fail the step that uses them", async () => {
  for (const [step, error] of [
    [{ who: "Dora", enter: true }, "there is no person Dora"],
    [{ who: "Ben", say: "x", group: "Nowhere" }, "there is no group Nowhere"],
    [{ who: "Ben", menu: "Dessert" }, "the bot's menu has no Dessert"],
    [{ who: "Ben", say: "{{nothing}}" }, "there is no {{nothing}}"],
    [{ at: "soon" }, '"soon" is no time'],
    [{ faults: { gravity: true } }, "gravity"],
  ] as const) {
    const { run } = await play([step]);
    expect(run.failure?.error).toContain(error);
  }
});

test("loops run over lists, over a group and over people by title; `when` leaves steps out", async () => {
  const { run, steps, desk } = await play(
    [
      { for: "who", in: { members: "Office" }, do: [{ who: "{{who}}", enter: true }] },
      { for: "who", in: { titled: "cook" }, do: [{ who: "{{who}}", read: true }] },
      {
        for: "n",
        in: [1, 2, 3],
        do: [{ who: "Ben", say: "{{says[n]}}", when: "{{says[n]?}}" }],
      },
      { who: "Anna", act: { act: "create_group", name: "Table", members: [] } },
      { person: "Carla", change: { title: "guest" } },
    ],
    { let: { says: ["zero", "one", "", "three"] } },
  );
  expect(why(run)).toBe("");
  expect(steps.filter(({ skipped }) => skipped !== undefined).map(({ step }) => step)).toEqual(["2/n=2/0"]);
  expect(steps.length).toBe(3 + 2 + 3 + 2);
  expect(desk.sandbox.state().people.find((one) => one.name === "Carla")?.title).toBe("guest");
});

test("a script with a mistake is refused with the place of each", async () => {
  const { desk } = await openLunch();
  const wrong = {
    steps: [
      { who: "Ben" },
      { who: "Ben", say: "x", press: "y" },
      { for: "n", in: [], do: [{ jump: 1 }] },
      {},
    ],
  };
  const { status, body } = await desk.post("/sandbox/scripts", wrong);
  expect(status).toBe(400);
  expect(body).toHaveProperty(
    "error",
    expect.stringMatching(
      /steps\.0: give one of[\s\S]*steps\.1: give one of[\s\S]*steps\.2\.do\.0[\s\S]*steps\.3: /,
    ),
  );
  expect(await desk.post("/sandbox/scripts", {})).toMatchObject({ status: 400 });
  expect(await desk.post("/sandbox/scripts", "{")).toMatchObject({ status: 400 });
  await expect(desk.sandbox.play({ app: "Dinner", steps: [order] })).rejects.toThrow("there is no Dinner");
});

test("a script that waits can be stopped", async () => {
  const { desk } = await openLunch();
  const endless = { patience_ms: 60_000, steps: [{ who: "Ben", wait: "never" }] };
  const { run } = z.object({ run: runSchema }).parse((await desk.post("/sandbox/scripts", endless)).body);
  expect(await desk.post(`/sandbox/scripts/${run.id}/stop`, {})).toMatchObject({ body: { ok: true } });
  const after = await desk.call("GET", `/sandbox/scripts/${run.id}`);
  expect(after.body).toMatchObject({ status: "stopped" });
});

test("scripts of the configuration are offered by title and played by it", async () => {
  const steps = [{ who: "Anna", forget: "everything" }];
  const desk = await openDesk({ scripts: [{ title: "A quiet day", steps }] });
  expect((await desk.call("GET", "/sandbox/scripts")).body).toEqual({
    offered: [{ title: "A quiet day", title_en: "A quiet day" }],
    scripts: [],
  });
  expect(await desk.post("/sandbox/scripts", { offered: "A loud day" })).toMatchObject({ status: 400 });
  const started = await desk.post("/sandbox/scripts", { offered: "A quiet day" });
  expect(started).toMatchObject({ status: 200, body: { run: { title: "A quiet day" } } });
  await expect(openDesk({ scripts: [{ steps }] })).rejects.toThrow("scripts.0: a script that is offered");
  await expect(openDesk({ scripts: [{ title: "x", steps: [] }] })).rejects.toThrow("scripts.0.steps");
});

test("a step waits as long as it says itself, an optional one too", async () => {
  const never = { who: "Ben", wait: { text: "never sent" } };
  const { steps } = await play([{ ...never, optional: true, patience_ms: 50 }, never], { patience_ms: 10 });
  expect(steps[0]).toMatchObject({ skipped: "it is optional" });
  expect(steps[0]?.ms).toBeGreaterThanOrEqual(45);
  expect(steps[1]).toMatchObject({ ok: false, error: expect.stringContaining("there is no") });
});

test("who is answered goes on then; whoever is not fails the step", async () => {
  const said = (say: string) => ({ who: "Anna", say, group: "Office", answered: true });
  expect((await play([said("@Lunch open")])).run.status).toBe("done");
  expect((await play([said("hm")])).run.failure?.error).toBe("the bot did not answer");
});

test("a chapter says what is played and whom to be, and is passed over once its outcome has come", async () => {
  const sentence = { chapter: "{{dish}} is ordered.", chapter_en: "{{dish}}!", as: "Ben" };
  const ordering = { ...sentence, unless: { who: "Ben", on: { text: "Your order" } }, do: [order] };
  const end = { chapter: "The kitchen is next.", do: [] };
  const { run, steps, desk } = await play([ordering, ordering, end], { let: { dish: "Rice" } });
  expect(steps.map(({ step }) => step)).toEqual(["0/0"]);
  expect(run).toMatchObject({ status: "done", chapter: { text: "The kitchen is next." } });
  const ben = desk.sandbox.state().people.find(({ name }) => name === "Ben")?.open_id;
  const stopped = await play([{ ...ordering, do: [order, { who: "Ben", press: "None" }] }], {
    let: { dish: "Rice" },
  });
  expect(stopped.run).toMatchObject({
    status: "failed",
    total: 2,
    chapter: { text: "Rice is ordered.", text_en: "Rice!", as: ben },
  });
  const unknown = await desk.post("/sandbox/scripts", { steps: [{ ...end, as: "" }] });
  expect(unknown).toMatchObject({ status: 400, body: { error: expect.stringContaining("steps.0.as") } });
});
