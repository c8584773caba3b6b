import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReport } from "../../db/reports.ts";
import { removePeople } from "../../db/roster.ts";
import type { Report } from "../../src/domain/report/report.ts";
import { story } from "../story.ts";
import { type AtClient, boxesOf, type Shown, shownIn } from "./at-client.ts";
import { fieldsOf } from "./card-reading.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";

// The county's review: approve, or return single cells only.

const ACTUAL = "image/project.p1.actual";
const PROBLEM = "facilities/problem";

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "puming", "beiwudang"], open: true });
});
afterAll(() => world.close());

const stored = async (town: string): Promise<Report> => {
  const report = await findReport(world.deps.db, "2026Q3", town);
  if (!report) throw new Error(`no report of ${town}`);
  return report;
};

describe("a return", () => {
  let town: AtClient;
  let county: AtClient;
  beforeAll(async () => {
    town = world.who("town_official", "qikou");
    county = world.who("county_reviewer", "linxian");
    await handIn("qikou");
  });
  const { step } = story(
    "is asked for, refused where it is empty, mended, seen by the reviewer and approved once",
  );

  step(
    "without anything ticked, or without a reason, does not happen and keeps what was entered",
    async () => {
      const form = await county.press(county.card("待审核"), "退回修改");
      const refused = await county.press(form, "退回", { reason: "请核对。" });
      expect(refused.toast).toBe("请先选择要退回的内容。");
      expect(boxesOf(refused)).toMatchObject({ reason: "请核对。" });
      expect((await stored("qikou")).status).toBe("submitted");
      await expect(county.press(refused, "退回", { "cells.image": [ACTUAL], reason: "" })).rejects.toThrow(
        "必填",
      );
      await county.press(refused, "返回审核");
    },
  );

  step(
    "asks the town for those cells only, old and new side by side, and keeps the rest byte for byte",
    async () => {
      const before = await stored("qikou");
      const form = await county.press(county.card("待审核"), "退回修改");
      const done = await county.press(form, "退回", {
        "cells.image": [ACTUAL],
        "cells.facilities": [PROBLEM],
        reason: "进度与照片不符，请核对。",
      });
      expect(done.toast).toContain("已退回");
      expect(done.words).toContain("已退回 2 项");
      const after = await stored("qikou");
      expect(JSON.stringify(after.content)).toBe(JSON.stringify(before.content));
      expect(after).toMatchObject({ status: "returned", returns: 1 });

      const returned = await town.press(town.card("已退回"), "open__returned");
      expect(returned.words).toContain("田文斌");
      expect(returned.words).toContain("退回原因：进度与照片不符，请核对。");
      expect(fieldsOf(returned.card).map((field) => field.name)).toEqual([PROBLEM, ACTUAL]);
      expect(returned.words).toContain("退回时：\n76%");
      // The deputy is not asked too, and finds it by asking.
      const deputy = world.who("town_official", "qikou", 1);
      expect(world.inbox(deputy.openId)).toEqual([]);
      const [asked] = await deputy.say("我的填报");
      expect(shownIn(asked).words).toContain("进度与照片不符");
    },
  );

  step("takes nothing but those cells, whatever a card is made to carry", async () => {
    const before = await stored("qikou");
    const { messageId } = town.card("退回修改");
    const token = `save__2026Q3__qikou__returned__${before.revision}__overview`;
    const form = {
      [PROBLEM]: "污水厂试运行。",
      "investment/cumulative": "9999",
      "image/project.p2.actual": "99",
    };
    const { answer } = await pressForged(world, town.openId, messageId, token, form);
    expect(answer.toast?.content).toBe("已保存。");
    const after = await stored("qikou");
    const { facilities } = after.content.areas;
    expect(facilities?.words.problem).toBe("污水厂试运行。");
    const but = structuredClone(after.content);
    const was = before.content.areas.facilities?.words.problem ?? "";
    if (but.areas.facilities) but.areas.facilities.words.problem = was;
    expect(JSON.stringify(but)).toBe(JSON.stringify(before.content));
  });

  step("is mended and sent again; the reviewer sees what was and what is, and approves", async () => {
    await town.say("我的填报");
    const card = await town.press(town.card("已退回"), "open__returned");
    expect(boxesOf(card)[PROBLEM]).toBe("污水厂试运行。");
    const again = await town.press(card, "保存并重新提交", { [ACTUAL]: "74" });
    expect(again.words).toContain("已提交");
    const review = county.card("待审核");
    expect(review.words).toMatch(/退回的 2 项[\s\S]*古镇保护修缮三期·实际进度 76% → 74%/);
    expect(review.words).toContain("审核中退回过 1 次");
    expect((await county.press(review, "通过")).toast).toBe("已通过。");
    expect(await stored("qikou")).toMatchObject({ status: "approved", approvedByName: "田文斌", returns: 1 });
  });

  step("approved twice is approved once", async () => {
    const { revision } = await stored("qikou");
    const { messageId } = county.card();
    const token = `approve__2026Q3__qikou__${(await stored("qikou")).submittedRevision}`;
    const { answer } = await pressForged(world, county.openId, messageId, token);
    expect(answer.toast?.content).toContain("已经办理过了");
    expect((await stored("qikou")).revision).toBe(revision);
    expect(town.card().words).toContain("已审核通过");
  });
});

describe("two reviewers of one county", () => {
  it("never decide twice: the one who is behind sees how things stand", async () => {
    await handIn("puming");
    const county = world.who("county_reviewer", "lanxian");
    const town = world.who("town_official", "puming");
    const behind = await county.press(county.card("待审核"), "退回修改");
    const revision = (await stored("puming")).submittedRevision;

    // The office acts for the county: it returns the report, the town corrects it, and the county's open form
    // is one submission behind.
    const office = world.who("city_office");
    const { messageId } = office.card("报送进度");
    const returning = { "cells.image": [ACTUAL], reason: "请补充。" };
    await pressForged(
      world,
      office.openId,
      `${messageId}x`,
      `return__2026Q3__puming__${revision}`,
      returning,
    );
    expect((await stored("puming")).status).toBe("returned");
    await town.press(await town.press(town.card("已退回"), "open__returned"), "保存并重新提交");

    const late = await county.press(behind, "退回", { "cells.image": [ACTUAL], reason: "请核对。" });
    expect(late.toast).toContain("内容已有更新，请以最新卡片为准");
    expect(late.words).toContain("待审核");
    expect(await stored("puming")).toMatchObject({ status: "submitted", returns: 1 });

    const form = await county.press(late, "退回修改");
    const { submittedRevision } = await stored("puming");
    await pressForged(world, office.openId, `${messageId}x`, `approve__2026Q3__puming__${submittedRevision}`);
    expect(await stored("puming")).toMatchObject({ status: "approved", approvedByName: "王丽芳" });
    const tooLate = await county.press(form, "退回", { "cells.image": [ACTUAL], reason: "请核对。" });
    expect(tooLate.toast).toContain("已审核通过，不再修改");
    expect(tooLate.words).toContain("审核结果");
    expect((await stored("puming")).status).toBe("approved");
  });
});

describe("who may review", () => {
  beforeAll(() => handIn("beiwudang"));

  it.each([
    ["a reviewer of another county", "county_reviewer", "lishi"],
    ["the town itself", "town_official", "beiwudang"],
    ["a leader", "leader", ""],
    ["a department", "department", "housing"],
  ] as const)("not %s, whatever card they press", async (_, role, area) => {
    const before = await stored("beiwudang");
    const person = world.who(role, area);
    for (const kind of ["approve", "return", "return_form", "review", "read_section"]) {
      const rest =
        kind === "review" ? "" : kind === "read_section" ? "__image" : `__${before.submittedRevision}`;
      const token = `${kind}__2026Q3__beiwudang${rest}`;
      const form = { "cells.image": [ACTUAL], reason: "x" };
      const { answer } = await pressForged(world, person.openId, "om_never_seen", token, form);
      expect(answer.toast?.content).toContain("由本单位填报人或所属县（市、区）审核人办理");
      expect(answer.card).toBeUndefined();
    }
    expect(await stored("beiwudang")).toEqual(before);
  });

  it("the county's own, and the city office where a county has nobody", async () => {
    const county = world.who("county_reviewer", "fangshan");
    const form = await county.press(county.card("待审核"), "退回修改");
    await county.press(form, "退回", { "cells.image": [ACTUAL], reason: "请核对。" });
    await removePeople(world.deps.db, [county.openId]);
    const town = world.who("town_official", "beiwudang");
    await town.press(await town.press(town.card("已退回"), "open__returned"), "保存并重新提交");
    for (const nth of [0, 1]) {
      const office = world.who("city_office", "", nth);
      expect(office.card("待审核").words).toContain("北武当镇");
    }
    const office = world.who("city_office");
    expect((await office.press(office.card("待审核"), "通过")).toast).toBe("已通过。");
    expect(await stored("beiwudang")).toMatchObject({ status: "approved", returns: 1 });
  });
});

/** A town's quarter with its demo figures, submitted in time. */
async function handIn(town: string): Promise<void> {
  const person = world.who("town_official", town);
  let overview: Shown = await fillSections(person, person.card(), await figuresOf(world, "2026Q3", town));
  overview = await sendPhoto(person, overview, 1);
  expect((await person.press(overview, "提交审核")).words).toContain("已提交");
}
