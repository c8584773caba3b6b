import type { Locale } from "../../src/domain/programme/people.ts";

// What the cards of standards and guidance say beside what every record's do.

const zh = {
  by: (department: string) => `${department}`,
  kinds: (names: string) => `适用：${names}`,
  all: "适用：全部乡镇",
  drawings: "图样",
  addHint: "回复本卡片可以补图样；核对无误后发布。",
  readBy: (read: number, all: number) => `已阅 ${read} / ${all}`,
  unread: (towns: string) => `还没有签阅：${towns}。`,
  comma: "、",
  ofKind: (kind: string, department: string) => `类别：${kind}<br>部门：${department}`,
};

export type GuidanceText = typeof zh;

const en: GuidanceText = {
  by: (department) => `By ${department}`,
  kinds: (names) => `For: ${names}`,
  all: "For all towns",
  drawings: "Drawings",
  addHint: "Reply to this card with drawings; publish it when it is right.",
  readBy: (read, all) => `Read by ${read} of ${all}`,
  unread: (towns) => `Not read yet: ${towns}.`,
  comma: ", ",
  ofKind: (kind, department) => `Kind of town: ${kind}<br>Department: ${department}`,
};

export function guidanceText(locale: Locale): GuidanceText {
  return locale === "en" ? en : zh;
}
