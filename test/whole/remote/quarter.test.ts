import { afterAll, beforeAll, describe, expect } from "vitest";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { outboxCounts } from "../../../db/outbox.ts";
import { latestPublication } from "../../../db/publications.ts";
import { type AtClient, textIn } from "../../bot/at-client.ts";
import { fieldsOf } from "../../bot/card-reading.ts";
import { figuresOf, fillSections, sendPhoto } from "../../bot/fill-quarter.ts";
import { story } from "../../story.ts";
import { smallDemo } from "../quarter-on-disk.ts";
import { type RemoteCity, startRemoteCity } from "./city.ts";
import { startInWorkerd, startOnNode } from "./hosts.ts";

// A quarter of one town from its opening to its announcement, with its database over HTTP: filled in, sent back, corrected,
// approved, announced and published by cards alone, with a rehearsal's clock.

const TOWN = "qikou";
const COUNTY = "linxian";

describe.each([
  ["on Node", startOnNode, { sent: "file" }],
  ["in workerd", startInWorkerd, { sent: "text", says: "这里不能生成工作簿，请联系管理员导出" }],
])("with its database over HTTP, %s", (_where, start, book) => {
  let city: RemoteCity;
  let office: AtClient;
  let official: AtClient;
  let county: AtClient;
  beforeAll(async () => {
    city = await startRemoteCity(smallDemo(["city_office", "leader"]), [start]);
    office = city.who("city_office");
    official = city.who("town_official", TOWN);
    county = city.who("county_reviewer", COUNTY);
  });
  afterAll(() => city?.close());

  const { step, chapter } = story("a quarter from its opening to its announcement");
  chapter("a quarter", () => {
    step("is opened by the office from a card", async () => {
      await office.say("谁还没报");
      const opened = await office.press(office.card("开启2026年第三季度填报"), "开启填报");
      expect(opened.toast).toContain("已开启");
    });

    step("is filled in section by section, with a photo, and submitted", async () => {
      const wanted = await figuresOf(city, "2026Q3", TOWN);
      const overview = await fillSections(official, official.card("项目投资"), wanted);
      const submitted = await official.press(await sendPhoto(official, overview, 1), "提交审核");
      expect(submitted.words).toContain("已提交");
    });

    step("is sent back, corrected and approved", async () => {
      const form = await county.press(county.card("待审核"), "退回修改");
      const box = fieldsOf(form.card).find(({ name }) => name === "cells.investment");
      const sum = box?.options.find(({ text }) => text.includes("今年累计投资"));
      const fill = { "cells.investment": [sum?.value], reason: "请与监理月报核对。" };
      expect((await county.press(form, "退回", fill)).toast).toContain("已退回");
      const returned = await official.press(official.card("请与监理月报核对"), "open__returned");
      await official.press(returned, "保存并重新提交");
      expect((await county.press(county.card("待审核"), "通过")).toast).toBe("已通过。");
    });

    step("answers a question from what is stored", async () => {
      const [answer] = await official.say("碛口一季度投资多少");
      expect(JSON.stringify(answer?.content)).toContain("万元");
    });

    step("keeps its books where Node makes them, and says so where there is none", async () => {
      const answers = await office.say("导出台账");
      expect(answers.at(-1)?.msg_type).toBe(book.sent);
      if ("says" in book) expect(textIn(answers.at(-1))).toContain(book.says);
    });

    step("is announced, stands for objections, and is published", async () => {
      await city.jumpTo("2026-10-30T09:00:00+08:00");
      await office.say("谁还没报");
      const announced = await office.press(office.card("报送进度"), "公布暂定得分");
      expect(announced.toast).toContain("暂定得分已发给各镇");
      await city.jumpTo("2026-11-04T09:00:00+08:00");
      const published = await office.press(await office.press(announced, "刷新"), "发布排名");
      expect(published.toast).toContain("已发布");
      const rows = (await latestPublication(city.db))?.result.rows ?? [];
      expect(rows.find(({ town }) => town === TOWN)).toMatchObject({ standing: "ranked", rank: 1 });
      expect(official.card("三季度得分").words).toContain("得分");
    });

    step("leaves a sound audit log and nothing unsent", async () => {
      expect(await verifyAudit(city.db)).toMatchObject({ ok: true });
      expect(Object.keys(await outboxCounts(city.db)).sort()).toEqual(["sent", "superseded"]);
    });
  });
});
