import { describe, expect, test } from "vitest";
import { readDay, readExtension } from "../../../src/domain/reading/read-day.ts";
import { readMilestones } from "../../../src/domain/task/milestones.ts";
import { readReply } from "../../../src/domain/task/read-reply.ts";
import { towns } from "../programmes.ts";

const DUE = "2026-09-30";
const read = (text: string) => {
  const reading = readReply(text, DUE, towns);
  switch (reading.kind) {
    case "progress":
      return `${reading.percent} ${reading.words}`.trim();
    case "doubtful":
      return `? ${reading.raw}${reading.percent === undefined ? "" : ` (${reading.percent})`}`;
    case "extension":
      return `until ${reading.to}`;
    case "sign":
      return "sign";
    case "words":
      return "words";
  }
};

describe("a reply to a task's card", () => {
  test.each([
    ["已完成80%", "80"],
    ["80％", "80"],
    ["80", "80"],
    ["八成五", "85"],
    ["百分之八十", "80"],
    ["100%", "100"],
    ["80%，路基完成", "80 80%，路基完成"],
    ["路基完成，总体进度八成", "80 路基完成，总体进度八成"],
    ["约80%", "80 约80%"],
    ["形象进度72%，已通水", "72 形象进度72%，已通水"],
    ["120%", "120"],
    ["已完成 8 0 %", "80"],
    ["8\u200b0%", "80"],
    ["８０﹪", "80"],
    ["80（%）", "80"],
    ["1、主体封顶\n2、总体进度80%", "80 1、主体封顶\n2、总体进度80%"],
  ])("%s is progress", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["过半", "? 过半"],
    ["主体过半", "? 过半"],
    ["工程已经过半，正在安装门窗", "? 过半"],
    ["0.8", "? 0.8"],
    ["桩基100%，主体60%", "? 100%、60%"],
    ["80%以上", "? 80%以上"],
    ["从60%提高到80%", "? 80% (80)"],
    ["不是60%是80%", "? 80% (80)"],
    ["60%，不对，80%", "? 80% (80)"],
    ["进度60%、80%", "? 60%、80%"],
    ["80%吧", "? 80% (80)"],
    ["大概80吧", "? 大概80吧 (80)"],
    ["可能有80%", "? 80% (80)"],
    ["完成80%了吗？", "? 80% (80)"],
  ])("%s is asked back", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    // 3 October and all days to the 7th are holidays.
    ["顺延三天", "until 2026-10-08"],
    ["雨季停工，申请延期15天", "until 2026-10-15"],
    ["请延长一周", "until 2026-10-08"],
    ["延期到10月20日", "until 2026-10-20"],
    ["延期到10月20日前竣工", "until 2026-10-20"],
    ["延长至10月底", "until 2026-10-31"],
    ["延期到9月31日", "until"],
    ["推迟到年底", "until 2026-12-31"],
    ["延期至2027-03-31，因征地未完", "until 2027-03-31"],
    ["想延期", "until"],
    ["extend by 2 weeks", "until 2026-10-14"],
  ])("%s asks for time", (text, expected) => {
    expect(read(text)?.trim()).toBe(expected);
  });

  test("签收 and 收到 sign for it; other words are words", () => {
    expect(["签收", "收到。", "已收到", "received"].map(read)).toEqual(Array(4).fill("sign"));
    expect(["已进场施工", "收到材料款后开工", "9月5日浇筑完成", "第3-5跨已经完成浇筑养护"].map(read)).toEqual(
      Array(4).fill("words"),
    );
  });
});

describe("a day", () => {
  test.each([
    ["2026-09-30", "2026-09-30"],
    ["2026/9/5", "2026-09-05"],
    ["2026.9.5", "2026-09-05"],
    ["2026年9月5日", "2026-09-05"],
    ["9月5日", "2026-09-05"],
    ["９月５号", "2026-09-05"],
    ["20260905", "2026-09-05"],
    ["2026-02-30", null],
    ["", null],
  ])("%s", (text, expected) => {
    expect(readDay(text, { year: 2026 })).toBe(expected);
  });

  test("more time is only read where it is asked for", () => {
    expect(readExtension("三天后完成", DUE)).toBeNull();
    expect(readExtension("顺延零天", DUE)).toBe("");
  });
});

test("milestones are read whole or not at all", () => {
  expect(readMilestones("桩基:2026-05-30:30；主体：9月30日：70%", 2026)).toEqual([
    { name: "桩基", due: "2026-05-30", share: 30 },
    { name: "主体", due: "2026-09-30", share: 70 },
  ]);
  expect(readMilestones("桩基 2026-05-30 30%\n主体，9月30日，累计70%", 2026)).toEqual(
    readMilestones("桩基:2026-05-30:30；主体：9月30日：70%", 2026),
  );
  expect(readMilestones("", 2026)).toEqual([]);
  expect(["桩基", "桩基:尽快:30", "桩基:2026-05-30:很多"].map((text) => readMilestones(text, 2026))).toEqual([
    null,
    null,
    null,
  ]);
});
