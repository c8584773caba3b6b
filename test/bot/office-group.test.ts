import { afterAll, beforeAll, expect } from "vitest";
import { boundChats } from "../../db/chats.ts";
import { commit } from "../../db/commit.ts";
import { listRecords } from "../../db/records.ts";
import { findReport } from "../../db/reports.ts";
import { holders, removePeople } from "../../db/roster.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { takeStep } from "../../src/bot/procedures/take-step.ts";
import { personOf } from "../../src/bot/roster/people.ts";
import { task } from "../domain/digest/given.ts";
import { story } from "../story.ts";
import { type AtClient, type Shown, shownIn } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { putTasks } from "./digests/send-digest.ts";
import { submitted } from "./worked-quarter.ts";

// What anyone of the office may do stands once in its group and closes for all. 临县 has no reviewer, so the office
// reviews 碛口's report.

let world: DemoWorld;
let office: AtClient;
let second: AtClient;
let third: AtClient;
let group = "";

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-09-30T10:00:00+08:00" });
  office = world.who("city_office");
  second = world.who("city_office", "", 1);
  third = world.who("city_office", "", 2);
  const reviewers = await holders(world.deps.db, "county_reviewer", "linxian");
  const gone = removePeople(
    world.deps.db,
    reviewers.map(({ openId }) => openId),
  );
  await commit(world.deps.db, { audit: null, writes: [gone] }, world.clock.now());
  await beat(world.deps);
});
afterAll(() => world.close());

const appId = () => world.sandbox.apps[0]?.app_id ?? "";
const all = () => [office, second, third];
/** The newest card of a chat that says this. */
const inGroup = (words: string): Shown => {
  const found = world.group(group).findLast(({ content }) => content.includes(words));
  return shownIn(found);
};
const titled = (messages: ReturnType<DemoWorld["inbox"]>, title: string) =>
  messages.filter(({ content }) => content.includes(title));
const privately = (title: string) => all().map(({ openId }) => titled(world.inbox(openId), title).length);

async function join(name: string): Promise<string> {
  const members = [...all(), world.who("leader")].map(({ openId }) => openId);
  const { chat_id = "" } = await world.act({ act: "create_group", as: office.openId, name, members });
  await world.act({ act: "add_bot", as: office.openId, chat_id, app_id: appId() });
  return chat_id;
}

const { step, chapter } = story("what anyone of the office may do stands once where all of it reads");

chapter("the group", () => {
  step("is registered by one of the office, and says what it gets", async () => {
    group = await join("市办工作群");
    const bound = await office.press(shownIn(world.group(group).at(-1)), "市办工作群");
    expect(bound.words).toContain("需要市办办理的事项在本群发一次，谁办都可以");
    expect(bound.words).not.toContain("排名发布后会发到本群");
  });
});

chapter("the quarter's card", () => {
  step("stands in the group once, in both languages, and with nobody in private", async () => {
    await world.moveTo("2026-10-08T09:01:00+08:00");
    expect(titled(world.group(group), "2026年第三季度报送进度")).toHaveLength(1);
    expect(privately("报送进度")).toEqual([0, 0, 0]);
    expect(JSON.stringify(world.group(group).at(-1))).toContain("en_us");
  });

  step("follows what happens, for all at once", async () => {
    const before = inGroup("报送进度").words;
    await submitted(world, "qikou");
    await world.settle();
    expect(inGroup("报送进度").words).not.toBe(before);
    expect(titled(world.group(group), "2026年第三季度报送进度")).toHaveLength(1);
  });
});

chapter("a report of a county without a reviewer", () => {
  step("is reviewed from the group: one card, and no private ones", () => {
    expect(titled(world.group(group), "待审核").length).toBe(1);
    expect(privately("待审核")).toEqual([0, 0, 0]);
  });

  step("the form to send it back is the presser's alone; the group's card stays as it was", async () => {
    const card = inGroup("待审核");
    const pressed = await third.press(card, "退回修改");
    expect(pressed.card).toEqual(card.card);
    expect(privately("return__")).toEqual([0, 0, 1]);
  });

  step("is not for whoever else may read there", async () => {
    const card = inGroup("待审核");
    const refused = await world.who("leader").press(card, "通过");
    expect([refused.toast === "", refused.card]).toEqual([false, card.card]);
    expect(await findReport(world.deps.db, "2026Q3", "qikou")).toMatchObject({ status: "submitted" });
  });

  step("closes for all when one has approved it; who comes later hears the truth", async () => {
    const card = inGroup("待审核");
    const done = await second.press(card, "通过");
    expect(done.toast).toContain("已通过");
    expect(await findReport(world.deps.db, "2026Q3", "qikou")).toMatchObject({ status: "approved" });
    const after = second.again(card);
    expect(buttonsOf(after.card).map(({ text }) => text)).not.toContain("通过");
    expect(after.words).not.toContain("待审核");
  });
});

chapter("a record whose next step is the office's", () => {
  step("stands there once, in both languages", async () => {
    await putTasks(world, task({ id: "t1", title: "景区停车场", due: "2026-10-30" }));
    const official = await personOf(world.deps, world.who("town_official", "qikou").openId);
    if (!official) throw new Error("nobody is 碛口's official");
    const typed = { until: "2026-11-30", reason: "雨季停工" };
    const target = { id: "t1", step: "request_extension" };
    const taken = await takeStep(world.deps, { actor: official, inbox: [] }, target, typed);
    expect(taken.kind).toBe("done");
    await world.settle();
    expect(titled(world.group(group), "雨季停工")).toHaveLength(1);
    expect(privately("雨季停工")).toEqual([0, 0, 0]);
    expect(JSON.stringify(inGroup("雨季停工").card)).toContain("en_us");
  });

  step("closes for all when one has taken it; a second press is answered with the truth", async () => {
    const card = inGroup("雨季停工");
    const [one, two] = await Promise.all([second.press(card, "同意延期"), third.press(card, "同意延期")]);
    expect([one.toast, two.toast].filter((said) => said !== "")).toHaveLength(2);
    const [record] = await listRecords(world.deps.db, { ids: ["t1"] });
    expect(record?.log.filter((entry) => entry.step === "grant_extension")).toHaveLength(1);
    // The platform changes no card while a press on it is being answered, so it follows a moment later.
    await world.moveTo("2026-10-08T09:10:00+08:00");
    expect(buttonsOf(second.again(card).card).map(({ text }) => text)).not.toContain("同意延期");
  });

  step(
    "is reminded of there too, with a way to it, while nothing else is said of it in private",
    async () => {
      await putTasks(world, task({ id: "t2", title: "古街排水", status: "closing", due: "2026-10-12" }));
      const before = privately("古街排水");
      await world.moveTo("2026-10-16T09:30:00+08:00");
      const card = inGroup("古街排水");
      expect(card.words).toContain("已过期限");
      // On the due day, a working day and three later; the newest says it, the others lead to it.
      expect(titled(world.group(group), "等我办的")).toHaveLength(3);
      expect(titled(world.group(group), "古街排水")).toHaveLength(1);
      expect(privately("古街排水")).toEqual(before);
      await third.press(card, "show__t2");
      expect(third.card("古街排水").words).not.toBe("");
    },
  );
});

chapter("what goes wrong", () => {
  step("stands in the group once", async () => {
    await world.moveTo("2026-11-16T09:30:00+08:00");
    expect(titled(world.group(group), "2027年节假日安排")).toHaveLength(1);
    expect(privately("2027年节假日安排")).toEqual([0, 0, 0]);
  });

  step("the ranking's groups are others: nothing published is repeated here", () => {
    expect(titled(world.group(group), "综合排名")).toEqual([]);
  });
});

chapter("a second group for the same purpose", () => {
  step(
    "takes it over: the first is told, nothing is said twice, and its open cards say no more",
    async () => {
      const first = group;
      group = await join("市办新群");
      const card = shownIn(world.group(group).at(-1));
      const bound = await office.press(card, "市办工作群");
      expect(bound.words).toContain("此前登记的“市办工作群”不再接收这类消息。");
      expect(titled(world.group(first), "本群用途已变更")).toHaveLength(1);
      expect((await boundChats(world.deps.db)).filter(({ kind }) => kind === "office")).toMatchObject([
        { chatId: group },
      ]);
      const [before, here] = [world.group(first).length, world.group(group).length];
      await world.moveTo("2026-11-23T09:30:00+08:00");
      expect(world.group(first)).toHaveLength(before);
      expect(world.group(group)).toHaveLength(here + 1);
    },
  );

  step("the same group registered twice is one group", async () => {
    const again = shownIn(world.group(group).find(({ content }) => content.includes("本群已登记")));
    await second.press(again, "市办工作群");
    const here = world.group(group).length;
    await world.moveTo("2026-11-30T09:30:00+08:00");
    expect(world.group(group)).toHaveLength(here + 1);
  });
});

chapter("without the group", () => {
  step("each of the office is told in private, and it closes with each when one has done it", async () => {
    await world.act({ act: "remove_bot", as: office.openId, chat_id: group, app_id: appId() });
    const before = privately("2027");
    await world.moveTo("2026-12-07T09:30:00+08:00");
    expect(privately("2027")).toEqual(before.map((n) => n + 1));
  });
});
