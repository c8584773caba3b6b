import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCard } from "../../../db/cards.ts";
import { outboxCounts } from "../../../db/outbox.ts";
import { findReport } from "../../../db/reports.ts";
import { type AtClient, boxesOf, type Shown } from "../at-client.ts";
import { buttonsOf } from "../card-reading.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { saveButton } from "../fill-quarter.ts";
import { untruths } from "./truth.ts";

// Presses on cards that are out of date.

let world: DemoWorld;
let town: AtClient;
let deputy: AtClient;
beforeEach(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  town = world.who("town_official", "qikou");
  deputy = world.who("town_official", "qikou", 1);
});
afterEach(() => world.close());

const stored = async () => (await findReport(world.deps.db, "2026Q3", "qikou"))?.content.investment;

/** The submit button that leads back to the overview, in either language. */
function savesOverview({ card }: Shown): string {
  return buttonsOf(card).find(({ name, submit }) => submit && name.endsWith("__overview"))?.name ?? "";
}

describe("an open form", () => {
  it("keeps its words while another saves, and its press names both and loses nothing that was typed", async () => {
    const form = await town.press(town.card(), "open__investment");
    await deputy.say("我的填报");
    const other = await deputy.press(deputy.card(), "open__investment");
    await deputy.press(other, savesOverview(other), { "investment/cumulative": "8820" });
    expect((await stored())?.cumulative).toBe(8820);
    expect(town.again(form).words).toBe(form.words);

    const pressed = await town.press(form, saveButton(form), { "investment/cumulative": "9000" });
    expect((await stored())?.cumulative).toBe(8820);
    expect(boxesOf(pressed)["investment/cumulative"]).toBe("9000");
    expect(pressed.words).toContain("8,820");
    expect(await untruths(world)).toEqual([]);
  });
});

describe("the one line an older card became", () => {
  it("shows the present state when pressed, and the newer card becomes the line", async () => {
    const older = town.card();
    await town.say("我的填报");
    const newer = town.card();
    expect(newer.messageId).not.toBe(older.messageId);
    expect(town.again(older).words).toContain("请以最新一张为准");
    const shown = await town.press(town.again(older), "查看最新情况");
    expect(shown.words).toContain("项目投资");
    expect(town.again(newer).words).toContain("请以最新一张为准");
    expect(await untruths(world)).toEqual([]);
  });
});

describe("a card older than 14 days", () => {
  it("cannot be changed any more: the next one of its record says so", async () => {
    const old = town.card();
    await world.moveTo("2026-10-27T10:00:00+08:00");
    await town.say("我的填报");
    const next = town.card("2026年第三季度");
    expect(next.messageId).not.toBe(old.messageId);
    expect(next.words).toContain("发出超过14天的卡片无法再更新");
    // It was redrawn on the 16th because of the date, while an update was still possible.
    const left = town.again(old).words;
    expect([old.words, left]).toEqual([
      expect.stringContaining("现在可报"),
      expect.stringContaining("计迟报"),
    ]);
    await town.press(await town.press(next, "open__positioning"), "保存");
    expect(town.again(next).words).toContain("填报中");
    expect(town.again(old).words).toBe(left);
    expect(await untruths(world)).toEqual([]);
  });
});

describe("a card whose sending was never confirmed", () => {
  it("answers with its record when it is pressed, and is not sent again", async () => {
    await world.change("faults", { drop_answer: { value: true, next: 1, path: "/im/v1/messages" } });
    await town.say("我的填报");
    const arrived = town.card();
    await world.jumpTo("2026-10-12T11:30:00+08:00");
    expect(await outboxCounts(world.deps.db)).toMatchObject({ unsure: 1 });
    const office = world.who("city_office");
    expect(office.card("不确定是否送达").words).toContain("碛口镇");

    const form = await town.press(arrived, "open__investment");
    expect(form.words).toContain("项目投资");
    await town.press(form, "返回总览");
    expect(await findCard(world.deps.db, arrived.messageId)).toMatchObject({ subject: "2026Q3/qikou" });
    expect(await outboxCounts(world.deps.db)).not.toHaveProperty("unsure");
    expect(await untruths(world)).toEqual([]);
  });
});
