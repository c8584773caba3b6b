import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findCard } from "../../db/cards.ts";
import { findReport } from "../../db/reports.ts";
import { handleCardAction } from "../../src/bot/handle-card-action.ts";
import type { CardAnswer } from "../../src/bot/sending/card-answer.ts";
import type { Report } from "../../src/domain/report/report.ts";
import { type AtClient, type Shown, shownIn } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, saveButton, sendPhoto } from "./fill-quarter.ts";
import { type Recorded, recordDatabase } from "./recorded-database.ts";

// One press on a report reads every row once, writes one batch, and needs few calls.

/** Most SELECTs for one press. */
const MOST_READS = 8;
/** Most calls of our own functions from a handler of `card-actions.ts` to `commit`, both included. */
const MOST_CALLS = 5;

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "beiwudang", "xinyi"], open: true });
});
afterAll(() => world.close());

const officialOf = (town: string, nth = 0) => world.who("town_official", town, nth);
const stored = async (town: string): Promise<Report> => {
  const report = await findReport(world.deps.db, "2026Q3", town);
  if (!report) throw new Error(`no report of ${town}`);
  return report;
};

type Pressed = Recorded & { calls: string[]; answer: CardAnswer };

/**
 * Presses a button like the webhook does, on a separate connection; resulting messages are sent afterwards.
 */
async function press(
  by: AtClient,
  on: Shown,
  button: string,
  formValue?: Record<string, unknown>,
): Promise<Pressed> {
  const pressed = buttonsOf(on.card).find((one) => one.name === button || one.text === button);
  if (!pressed) throw new Error(`no button ${button}`);
  const recorded = recordDatabase(world.deps.config.databaseUrl);
  const card = await findCard(world.deps.db, on.messageId);
  const action = {
    tag: "button",
    name: pressed.name,
    value: pressed.value,
    ...(formValue ? { formValue } : {}),
  };
  const callback = {
    operatorOpenId: by.openId,
    messageId: on.messageId,
    chatId: card?.chatId ?? "",
    token: "c-1",
    action,
  };
  const event = { kind: "callback", eventId: randomUUID(), createdAt: world.clock.now(), callback } as const;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 50;
  const answer = await handleCardAction({ ...world.deps, db: recorded.db, defer: () => {} }, event);
  Error.stackTraceLimit = limit;
  recorded.close();
  await world.settle();
  return { ...recorded, calls: callsToCommit(recorded.stacks), answer };
}

/** Our own functions between the press handler and the first `commit`, outermost last. */
function callsToCommit(stacks: string[]): string[] {
  const frames = stacks.map((stack) => stack.split("\n").filter((line) => /\/(src|cards|db)\//.test(line)));
  const ours = frames.find((lines) => lines.some((line) => /\bcommit .*db\/commit\.ts/.test(line))) ?? [];
  const from = ours.findIndex((line) => /\bcommit .*db\/commit\.ts/.test(line));
  const handedOn = ours.findIndex((line) => /\/handle-card-action\.ts|\/card-actions\.ts/.test(line));
  return ours.slice(from, handedOn === -1 ? undefined : handedOn).map((line) => line.trim());
}

/** The limits for every press on a report. */
function expectOneLoad({ reads, batches, calls, answer }: Pressed): void {
  expect(reads.length, reads.map(({ sql }) => sql).join("\n")).toBeLessThanOrEqual(MOST_READS);
  const asked = reads.map(({ sql, args }) => `${sql} ${args}`);
  expect(asked.filter((one, i) => asked.indexOf(one) !== i)).toEqual([]);
  const rows = reads.flatMap((read) => [...new Set(read.rows)]);
  expect(rows.filter((row, i) => rows.indexOf(row) !== i)).toEqual([]);
  expect(batches, JSON.stringify(answer.toast)).toBe(1);
  expect(calls.at(0)).toContain("commit");
  expect(calls.length, calls.join("\n")).toBeLessThanOrEqual(MOST_CALLS);
}

/** A new card of the report in its current state. */
const fresh = async (by: AtClient): Promise<Shown> => {
  await by.say("我的填报");
  return by.card();
};

it("a save, and a save from a form that others have overtaken", async () => {
  const [first, second] = [officialOf("beiwudang"), officialOf("beiwudang", 1)];
  const form = await first.press(await fresh(first), "open__investment");
  const behind = await second.press(await fresh(second), "open__image");
  const saved = await press(first, form, saveButton(form), { "investment/words": "到位顺利。" });
  expectOneLoad(saved);
  expect((await stored("beiwudang")).content.investment.words).toBe("到位顺利。");

  const late = await press(second, behind, saveButton(behind), { "image/words": "主体完工。" });
  expectOneLoad(late);
  expect((await stored("beiwudang")).content.image.words).toBe("主体完工。");
});

it("what a reply said, confirmed", async () => {
  const official = officialOf("xinyi");
  const [answer] = await official.reply(
    await fresh(official),
    "项目投资的说明：资金到位顺利。累计投资8900万元",
  );
  const confirm = shownIn(answer);
  const typed = { "investment/cumulative": "8900" };
  const confirmed = await press(official, confirm, "确认写入", typed);
  expectOneLoad(confirmed);
  expect((await stored("xinyi")).content.investment.cumulative).toBe(8900);
});

it("a submit, a return without and with a reason, and an approval", async () => {
  const [official, reviewer] = [officialOf("qikou"), world.who("county_reviewer", "linxian")];
  await fillSections(official, await fresh(official), await figuresOf(world, "2026Q3", "qikou"));
  expectOneLoad(await press(official, await sendPhoto(official, await fresh(official), 1), "提交审核"));
  expect((await stored("qikou")).status).toBe("submitted");

  const form = await reviewer.press(reviewer.card("待审核"), "退回修改");
  expectOneLoad(
    await press(reviewer, form, "退回", { "cells.investment": ["investment/words"], reason: "" }),
  );
  expect((await stored("qikou")).status).toBe("submitted");
  const reasoned = { "cells.investment": ["investment/cumulative"], reason: "请核对。" };
  expectOneLoad(await press(reviewer, form, "退回", reasoned));
  expect((await stored("qikou")).status).toBe("returned");

  const returned = await official.press(await fresh(official), "open__returned");
  const figure = { "investment/cumulative": "8820" };
  expectOneLoad(await press(official, returned, "保存并重新提交", figure));
  expectOneLoad(await press(reviewer, reviewer.card("待审核"), "通过"));
  expect((await stored("qikou")).status).toBe("approved");
});
