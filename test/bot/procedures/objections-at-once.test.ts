import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../../db/commit.ts";
import { insertPeriod, setProvisional } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { holders, putPerson, removePeople } from "../../../db/roster.ts";
import { story } from "../../story.ts";
import type { AtClient } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";

// Several people at once, buttons with forged values, and posts that change hands at night.

let world: DemoWorld;
let office: AtClient;
let qikou: AtClient;
const about = "2026Q3/qikou/";
const raise = (by: AtClient, indicator: string, of = about) =>
  pressForged(world, by.openId, `om_${by.openId}`, `begin__objection__${of}__raise`, {
    indicator,
    text: "数据有误",
  });
const objections = () => listRecords(world.deps.db, { procedure: "objection" });
const messages = (who: AtClient) => world.inbox(who.openId).filter(({ sender }) => sender.type === "app");

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-10-20T10:00:00+08:00", strangers: ["ou_new"] });
  office = world.who("city_office");
  qikou = world.who("town_official", "qikou");
  const now = world.clock.now();
  await commit(
    world.deps.db,
    {
      audit: null,
      writes: [
        insertPeriod(world.deps.db, "2026Q3", now),
        setProvisional(world.deps.db, "2026Q3", now, now + 2 * 86_400_000),
      ],
    },
    now,
  );
});
afterAll(() => world.close());

const { chapter, step } = story("objections, several people at once");

chapter("two at once", () => {
  step("of two objections to one indicator one is stored, and both are told the truth", async () => {
    const deputy = world.who("town_official", "qikou", 1);
    const both = await Promise.all([raise(qikou, "inv"), raise(deputy, "inv")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await objections()).toHaveLength(1);
    const said = both.map(({ answer }) => answer.toast?.content ?? "").join();
    expect(said).toMatch(/已提交|Sent\./);
    expect(said).toMatch(/已经提过异议|objected to already/);
  });

  step("of two answers to one objection the first counts, and the second is told so", async () => {
    const [open] = await objections();
    const colleague = world.who("city_office", "", 1);
    const answer = (by: AtClient, step: string, words: string) =>
      pressForged(world, by.openId, `om_${step}`, `step__${open?.id}__${step}__1`, { answer: words });
    const both = await Promise.all([answer(office, "accept", "采纳"), answer(colleague, "reject", "不采纳")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const [after] = await objections();
    expect(after?.log).toHaveLength(2);
    expect(both.map((one) => one.answer.toast?.content)).toContain("这条异议已经答复过。");
    const late = await answer(office, "reject", "再答一次");
    expect(late).toMatchObject({ status: 200, answer: { toast: { content: "这条异议已经答复过。" } } });
  });
});

chapter("what a button carries", () => {
  step("decides nothing: an official of another town objects for nobody but the own town", async () => {
    const xinyi = world.who("town_official", "xinyi");
    const forged = await raise(xinyi, "img");
    expect(forged.answer.toast?.content).toBe("这一步不由您办理。");
    expect(await objections()).toHaveLength(1);
  });

  step("shows nobody a record that is not open to them, and no record that is not there", async () => {
    await raise(qikou, "img");
    const [, open] = await objections();
    const xinyi = world.who("town_official", "xinyi");
    const looked = await pressForged(world, xinyi.openId, "om_looked", `show__${open?.id}`);
    expect(looked.answer).toEqual({ toast: { type: "warning", content: "这一步不由您办理。" } });
    expect((await pressForged(world, xinyi.openId, "om_none", "show__nothing")).status).toBe(200);
  });

  step("of an earlier version still leads to the record", async () => {
    const [first] = await objections();
    const before = messages(office).length;
    const old = await pressForged(
      world,
      office.openId,
      "om_old",
      `answer_objection__${first?.id}__accept`,
      {},
    );
    expect(old.status).toBe(200);
    expect(messages(office)).toHaveLength(before + 1);
    expect(office.card("已答复").words).toContain("数据有误");
  });
});

chapter("a card whose sending was never confirmed", () => {
  step("in a group is not turned into what is one person's alone: that comes in private", async () => {
    const [, open] = await objections();
    const before = messages(office).length;
    const pressed = await pressForged(world, office.openId, "om_unconfirmed", `show__${open?.id}`);
    expect(pressed.answer.card).toBeUndefined();
    expect(messages(office)).toHaveLength(before + 1);
    const list = await pressForged(world, qikou.openId, "om_unconfirmed", "list__mine__1");
    expect(list.answer.card).toBeUndefined();
  });
});

chapter("a post that changes hands at night", () => {
  step(
    "what was said at 20:00 reaches in the morning whoever holds the post then, and nobody who held it",
    async () => {
      await world.moveTo("2026-10-20T20:00:00+08:00");
      const { db } = world.deps;
      const [open] = (await objections()).filter(({ state }) => state === "waiting");
      await pressForged(world, office.openId, "om_night", `step__${open?.id}__accept__1`, {
        answer: "采纳，请补正。",
      });
      const former = await holders(db, "town_official", "qikou");
      const successor = {
        openId: "ou_new",
        name: "新任",
        role: "town_official",
        area: "qikou",
        locale: "zh-CN",
      } as const;
      const writes = [
        removePeople(
          db,
          former.map(({ openId }) => openId),
        ),
        putPerson(db, successor),
      ];
      await commit(db, { audit: null, writes }, world.clock.now());
      const before = messages(qikou).length;
      await world.moveTo("2026-10-21T09:30:00+08:00");
      expect(messages(qikou)).toHaveLength(before);
      const told = world.inbox("ou_new").filter(({ content }) => content.includes("采纳，请补正。"));
      expect(told).toHaveLength(1);
      const group = world.group("oc_alltowns").filter(({ content }) => content.includes("采纳，请补正。"));
      expect(group).toHaveLength(1);
    },
  );
});
