import { afterAll, beforeAll, expect } from "vitest";
import { putChat, removeChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import { task, toTown } from "../../domain/digest/given.ts";
import { story } from "../../story.ts";
import { textIn } from "../at-client.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { approved } from "../worked-quarter.ts";
import { digestOf, putTasks, sendDigest } from "./send-digest.ts";

// Four Mondays of the third quarter, opened on 12 October and due on 15 October.

const CITY = "oc_leadinggroup";
const TOWNS = ["qikou", "jiajiazhuang", "xinyi"];
const MONDAY = (day: string) => `2026-${day}T09:30:00+08:00`;

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: TOWNS, open: true });
  // The first heartbeat starts the schedule.
  await world.moveTo("2026-10-12T10:01:00+08:00");
});
afterAll(() => world.close());

/** Messages to a member of the office about digests that have no group. */
const heardOfNowhere = (nth: number) =>
  world
    .inbox(world.who("city_office", "", nth).openId)
    .filter(({ msg_type }) => msg_type === "text")
    .map(textIn)
    .filter((text) => /没有群可发|no group to go to/.test(text));

const { step, chapter } = story("the weekly digest on five Mondays of a quarter");

chapter("the first Monday, the quarter being open since an hour", () => {
  step("before it", async () => {
    await sendDigest(world, "weekly", "2026-W42");
  });

  step("tells the leading group how the quarter stands, and names no town before the due day", () => {
    const { words } = digestOf(world, CITY);
    expect(words).toContain("十镇工作周报");
    expect(words).toContain(
      "2026年第三季度 应报13个，已通过 0 个，审核中0个，截止10月15日。没有报送 13 个。",
    );
    expect(words).not.toContain("缺报");
    expect(words).not.toContain("数据可能不是最新");
  });

  step("counts every message to a town's people, and only those", () => {
    const posts = world.demo.people.filter(({ role }) => role.startsWith("town_"));
    const heard = posts.reduce((n, { openId }) => n + world.inbox(openId).length, 0);
    // Of each town whoever is asked first.
    expect(heard).toBe(13);
    expect(digestOf(world, CITY).words).toContain(`减负账本：给镇发消息${heard}条（上期0）`);
  });

  step("leaves a county in peace that has no news", () => {
    expect(JSON.stringify(world.group("oc_linxian"))).not.toContain("工作周报");
    expect(() => world.who("county_reviewer", "fenyang").card("工作周报")).toThrow();
  });

  step("is kept, so that the same one does not go out twice", async () => {
    await expect(sendDigest(world, "weekly", "2026-W42")).rejects.toThrow("someone was first");
  });
});

chapter("the second Monday, the due day being over", () => {
  step("before it", async () => {
    await world.moveTo("2026-10-13T10:00:00+08:00");
    await approved(world, "qikou");
    const held = { department: "land", reason: "用地指标未落实", by: "ou_x", acceptedAt: null };
    await putTasks(
      world,
      task({ id: "t1", title: "景区停车场", due: "2026-10-14" }),
      task({ id: "t2", title: "污水管网", to: toTown("xinyi"), due: "2026-10-14" }),
      task({
        id: "t3",
        title: "文创园二期",
        to: toTown("jiajiazhuang"),
        blocked: { ...held, at: world.clock.now() },
      }),
    );
    await world.moveTo(MONDAY("10-19"));
  });

  step(
    "says what changed: who reported, who is missing, what is overdue by county, what waits for a department",
    () => {
      const { words } = digestOf(world, CITY);
      expect(words).toContain("应报13个，已通过 1 个");
      expect(words).toContain("新报送：碛口镇。");
      expect(words).toContain("比上期有变化的");
      expect(words).toContain("缺报 信义镇：2026年第三季度尚未报送，已过截止日2个工作日");
      expect(words).toContain("逾期 碛口镇（临县）：景区停车场，10月14日到期，已逾期3个工作日，完成50%");
      expect(words).toContain(
        "待部门 贾家庄镇（汾阳市）：文创园二期，等市自然资源局（原国土）受理（4个工作日），事由：用地指标未落实",
      );
    },
  );

  step("goes to a county's own group, or to its reviewers in private where it has none", () => {
    expect(digestOf(world, "oc_linxian").words).toContain("临县工作周报");
    const alone = world.who("county_reviewer", "fenyang").card("工作周报");
    expect(alone.words).toContain("汾阳市工作周报");
    expect(alone.words).toContain("贾家庄镇");
    expect(() => world.who("county_reviewer", "linxian").card("工作周报")).toThrow();
  });

  step("leaks nothing of another county into a county's own", () => {
    const { words } = digestOf(world, "oc_linxian");
    expect(words).toContain("碛口镇：景区停车场");
    const others = world.deps.programme.towns.filter(({ slug }) => slug !== "qikou");
    for (const { name, short } of others) for (const said of [name, short]) expect(words).not.toContain(said);
    for (const said of ["污水管网", "文创园二期", "应报13个"]) expect(words).not.toContain(said);
  });
});

chapter("the third Monday, nobody having reported anything", () => {
  step("before it", async () => {
    await world.moveTo(MONDAY("10-26"));
  });

  step("says so without calling it well, and folds what is still owed", () => {
    const { card, words } = digestOf(world, CITY);
    expect(words).toContain("2026年第三季度填报期间，已有12天没有收到任何填报。");
    expect(words).toContain("没有收到新的变化");
    expect(words).toContain("已逾期8个工作日");
    const inSight = card.body.elements.filter(({ tag }) => tag !== "collapsible_panel");
    expect(JSON.stringify(inSight)).not.toContain("景区停车场");
  });
});

chapter("the fourth week, the leading group's chat being gone", () => {
  step("each of the office hears that nobody gets it, in private and in their own language", async () => {
    const drop = removeChat(world.deps.db, CITY);
    await commit(world.deps.db, { audit: null, writes: [drop] }, world.clock.now());
    const before = world.group(CITY).length;
    await world.moveTo(MONDAY("11-02"));
    expect(heardOfNowhere(0)).toEqual([]);
    // The month's digest stands for the week's, and has waited three days for the quarter's ranking.
    await world.moveTo("2026-11-05T09:30:00+08:00");
    expect(world.group(CITY)).toHaveLength(before);
    expect(digestOf(world, "oc_linxian").words).toContain("临县工作月报");
    for (const nth of [0, 1, 2]) {
      const texts = heardOfNowhere(nth);
      expect(texts).toHaveLength(1);
      expect(texts[0]).toMatch(nth === 2 ? /the leading group\./ : /领导小组群。/);
    }
  });
});

chapter("the fifth Monday, after a week in which nothing ran", () => {
  step("before it", async () => {
    world.clock.moveTo(Date.parse("2026-11-09T09:29:00+08:00"));
    await world.moveTo(MONDAY("11-09"));
  });

  step("does not tell the office again of what is as it was", () => {
    for (const nth of [0, 1, 2]) expect(heardOfNowhere(nth)).toHaveLength(1);
  });

  step("does not call silence well", () => {
    const { card, words } = digestOf(world, "oc_linxian");
    expect(words).toContain("临县工作周报");
    expect(card.header.template).toBe("orange");
    expect(words).toContain("自11月5日 09:05以来定时任务没有运行");
    expect(words).toMatch(/有\d次定时任务没有按时运行：催报和逾期提醒（11月6日 09:05）/);
    expect(words).not.toContain("与上期相比，没有新增或变化的要事。");
  });
});

chapter("the sixth and the seventh Monday, a group having come and gone", () => {
  step("the office is told anew, for it has changed in between", async () => {
    const chat = { chatId: CITY, name: "领导小组", kind: "leading_group", area: "" } as const;
    const bind = putChat(world.deps.db, { ...chat, at: world.clock.now() });
    await commit(world.deps.db, { audit: null, writes: [bind] }, world.clock.now());
    await world.moveTo(MONDAY("11-16"));
    expect(digestOf(world, CITY).words).toContain("十镇工作周报");
    const drop = removeChat(world.deps.db, CITY);
    await commit(world.deps.db, { audit: null, writes: [drop] }, world.clock.now());
    await world.moveTo(MONDAY("11-23"));
    for (const nth of [0, 1, 2]) expect(heardOfNowhere(nth)).toHaveLength(2);
  });
});
