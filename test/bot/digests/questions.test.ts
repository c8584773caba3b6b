import { afterAll, beforeAll, expect } from "vitest";
import { putChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import { listRecords } from "../../../db/records.ts";
import { holders, removePeople } from "../../../db/roster.ts";
import { task } from "../../domain/digest/given.ts";
import { story } from "../../story.ts";
import { type AtClient, boxesOf, type Shown, shownIn, textIn } from "../at-client.ts";
import { buttonsOf } from "../card-reading.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { digestOf, putTasks, sendDigest } from "./send-digest.ts";

// From a row of the leading group's digest to the town and back, on a Monday morning with two overdue tasks
// of 碛口.

let world: DemoWorld;
let leader: AtClient;
let second: AtClient;
let official: AtClient;
let deputy: AtClient;
let digest: Shown;
const openQuestions = () => listRecords(world.deps.db, { procedure: "question", open: true });
/** The open question about a task, as a person finds it in the list of their matters. */
const found = async (person: AtClient, ref: string): Promise<Shown> => {
  const [list] = await person.say("我的任务");
  const record = (await openQuestions()).find((one) => one.ref === ref);
  return person.press(shownIn(list), `show__${record?.id}`);
};
/** The button beside a row of the digest. */
const ask = (about: string, town = "qikou") => `new__question__/${town}/${about}`;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "jiajiazhuang", "xinyi"] });
  leader = world.who("leader");
  second = world.who("leader", "", 1);
  official = world.who("town_official", "qikou");
  deputy = world.who("town_official", "qikou", 1);
  await putTasks(
    world,
    task({ id: "t1", title: "景区停车场", due: "2026-09-30" }),
    task({ id: "t2", title: "古街排水", due: "2026-09-30" }),
  );
  await sendDigest(world, "weekly", "2026-W42");
  digest = digestOf(world, "oc_leadinggroup");
});
afterAll(() => world.close());

const { step, chapter } = story(
  "a question about a row of the digest is asked once, answered and listed until then",
);

chapter("pressing 询问 on a row of the group's digest", () => {
  step("opens a form for the presser alone, with a courteous question in it", async () => {
    const before = official.again(digest).card;
    const pressed = await leader.press(digest, ask("t1"));
    expect(pressed.card).toEqual(before);
    const form = leader.card("询问碛口镇");
    expect(form.words).toContain("关于：“景区停车场”");
    expect(boxesOf(form).question).toBe(
      "您好，请问“景区停车场”目前进展如何，预计哪天完成？如有困难需要协调，请一并说明。",
    );
    expect(() => second.card("询问碛口镇")).toThrow();
  });

  step("is for the leading group and the city office alone, wherever the card is seen", async () => {
    const chat = { chatId: "oc_alltowns", name: "", area: "", at: world.clock.now() };
    const bind = (kind: "leading_group" | "all_towns") =>
      commit(world.deps.db, { audit: null, writes: [putChat(world.deps.db, { ...chat, kind })] }, 0);
    await bind("leading_group");
    await sendDigest(world, "monthly", "2026-09");
    await bind("all_towns");
    const seen = digestOf(world, chat.chatId);
    for (const person of [official, world.who("county_reviewer", "linxian")]) {
      const refused = await person.press(seen, ask("t1"));
      expect(refused.toast).toBe("这一步不由您办理。");
      expect(() => person.card("询问碛口镇")).toThrow();
    }
  });

  step("says what is wrong with a question and keeps what was typed", async () => {
    const form = leader.card("询问碛口镇");
    const empty = await leader.press(form, "发送询问", { question: "  " });
    expect(empty.toast).toBe("请写明内容。");
    expect(await openQuestions()).toEqual([]);
  });

  step("sends it to the town's official, by the post that asks and no name", async () => {
    const asked = await leader.press(leader.card("询问碛口镇"), "发送询问", {
      question: "停车场 *哪天* 完工？",
    });
    expect(asked.toast).toBe("已提交，镇上答复后会告诉您。");
    expect(asked.words).toContain("待答复");
    expect(asked.words).toContain("10月15日");
    const received = official.card("停车场 *哪天* 完工？");
    expect(received.words).toContain("关于：“景区停车场”");
    expect(received.words).toContain("询问 · 领导小组");
    expect(received.words).not.toContain("杜鹏飞");
    // The deputy is not asked too, and finds it among the town's matters.
    expect(() => deputy.card("停车场 *哪天* 完工？")).toThrow();
    expect((await found(deputy, "t1")).words).toContain("To be answered");
  });

  step("never asks twice: another who presses the same row is shown the question that is open", async () => {
    const before = world.inbox(official.openId).length;
    const pressed = await second.press(digest, ask("t1"));
    expect(pressed.card).toEqual(digest.card);
    const shown = second.card("停车场 *哪天* 完工？");
    expect(buttonsOf(shown.card).map(({ text }) => text)).toEqual(["看周报"]);
    expect(world.inbox(official.openId)).toHaveLength(before);
  });

  step("not even when two have the form open at once", async () => {
    await leader.press(digest, ask("t2"));
    await second.press(digest, ask("t2"));
    const [mine, theirs] = [leader.card("古街排水"), second.card("古街排水")];
    await leader.press(mine, "发送询问", { question: "甲问" });
    const late = await second.press(theirs, "发送询问", { question: "乙问" });
    expect(late.toast).toBe("这件事已经问过，还没有答复。");
    expect(late.words).toContain("甲问");
    expect((await openQuestions()).filter(({ ref }) => ref === "t2")).toHaveLength(1);
  });
});

chapter("until it is answered", () => {
  step("the digest lists it with its age", async () => {
    await world.moveTo("2026-10-15T10:00:00+08:00");
    const [preview] = await second.say("周报");
    const { words } = shownIn(preview);
    expect(words).toContain("已询问“停车场 *哪天* 完工？”，10月12日至今未答复（3个工作日）");
  });
});

chapter("the town answers", () => {
  step("on the card: an empty answer is none", async () => {
    const card = official.card("关于：“景区停车场”");
    const empty = await official.press(card, "提交答复", { answer: " " });
    expect(empty.toast).toBe("请写明内容。");
    expect(empty.words).toContain("请写明内容。");
    const answered = await official.press(official.again(card), "提交答复", { answer: "11月20日前完工。" });
    expect(answered.toast).toBe("已答复，谢谢。");
    expect(answered.words).toContain("答复：11月20日前完工。");
  });

  step("and whoever asked hears it in private; the other cards of the question follow", () => {
    const told = leader.card("已答复");
    expect(told.words).toContain("问题：停车场 *哪天* 完工？");
    expect(told.words).toContain("答复：11月20日前完工。");
    expect(deputy.card("11月20日前完工").words).toContain("Answered");
    expect(second.card("11月20日前完工").words).toContain("11月20日前完工");
    expect(JSON.stringify(world.group("oc_leadinggroup"))).not.toContain("11月20日前完工");
  });

  step("or by replying to the card with words, figures or not", async () => {
    const card = await found(deputy, "t2");
    const said = await deputy.reply(card, "已完成80%，缺口60万元");
    expect(said.map((message) => (message.msg_type === "text" ? textIn(message) : ""))).toContain(
      "Answered, thank you.",
    );
    expect(leader.card("古街排水").words).toContain("答复：已完成80%，缺口60万元");
    expect(await openQuestions()).toEqual([]);
    const again = await official.reply(official.card("关于：“古街排水”"), "再答一次");
    expect(textIn(again[0])).toBe("这条询问已经答复过。");
  });

  step("and the next digest says what was answered", async () => {
    await world.moveTo("2026-10-19T09:30:00+08:00");
    const { words } = digestOf(world, "oc_leadinggroup");
    expect(words).toContain("已答复：11月20日前完工。");
    expect(words).toContain("已答复：已完成80%，缺口60万元");
  });

  step("after which the same row can be asked about anew", async () => {
    const next = digestOf(world, "oc_leadinggroup");
    await leader.press(next, ask("t1"));
    const form = leader.card("询问碛口镇");
    const asked = await leader.press(form, "发送询问", { question: "现在呢？" });
    expect(asked.toast).toBe("已提交，镇上答复后会告诉您。");
    expect(official.card("现在呢").words).toContain("待答复");
  });
});

chapter("a question about a place", () => {
  step(
    "is asked from the list of places; from one's own preview the form takes its place and leads back",
    async () => {
      const [preview] = await leader.say("周报");
      const form = await leader.press(shownIn(preview), ask("2026Q2/xinyi/rank", "xinyi"));
      expect(form.words).toContain("询问信义镇");
      expect(form.words).toContain("关于：2026年第二季度位次");
      const asked = await leader.press(form, "发送询问");
      await leader.press(asked, "看周报");
      expect(leader.card("十镇工作周报").words).toContain("已询问“您好，请问贵单位2026年第二季度位次变化");
    },
  );
});

chapter("a question that nobody would receive now", () => {
  const asking = async (town: string): Promise<Shown> => {
    const [preview] = await leader.say("周报");
    return leader.press(shownIn(preview), ask(`2026Q2/${town}/rank`, town));
  };

  step("waits for working hours, and says so", async () => {
    await world.moveTo("2026-10-23T20:00:00+08:00");
    const before = world.inbox(world.who("town_official", "jiajiazhuang").openId).length;
    const asked = await leader.press(await asking("jiajiazhuang"), "发送询问");
    expect(asked.toast).toBe("已提交，镇上答复后会告诉您。现在是非工作时间，通知将于10月26日 09:00送出。");
    const inbox = () => world.inbox(world.who("town_official", "jiajiazhuang").openId);
    expect(inbox()).toHaveLength(before);
    await world.moveTo("2026-10-26T09:01:00+08:00");
    expect(inbox()).toHaveLength(before + 1);
  });

  step("is not taken for a town without any official on the roster", async () => {
    const form = await asking("wutong");
    const wutong = await holders(world.deps.db, "town_official", "wutong");
    const away = removePeople(
      world.deps.db,
      wutong.map(({ openId }) => openId),
    );
    await commit(world.deps.db, { audit: null, writes: [away] }, world.clock.now());
    const refused = await leader.press(form, "发送询问");
    expect(refused.toast).toContain("还没有填报人");
    expect((await openQuestions()).map(({ town }) => town)).not.toContain("wutong");
  });
});
