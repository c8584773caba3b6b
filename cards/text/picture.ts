import type { Locale } from "../../src/domain/programme/people.ts";

// Wording beside pictures. Each picture is told in words as well, for readers who cannot see it or its colours.

const zh = {
  lights: (parts: string[]) => `投资进度：${parts.join("，")}。`,
  lightPart: (color: string, light: string, n: number, names: string) =>
    `<font color='${color}'>■</font> ${light}${n}个${names === "" ? "" : `（${names}）`}`,
  /** `all`: how many there are, of whom some are named. */
  names: (names: string[], all: number) => names.join("、") + (all > names.length ? "等" : ""),
  pace: (period: string, published: boolean) =>
    `**投资对序时进度** · ${period}${published ? "已发布" : "已报送"} · 虚线100%`,
  noFigure: (n: number) => `${n}个还没有数据。`,
  moreTowns: (n: number) => `还有${n}个没有画出，发“排名”可看完整表。`,
};

export type PictureText = typeof zh;

const en: PictureText = {
  lights: (parts) => `Investment: ${parts.join(", ")}.`,
  lightPart: (color, light, n, names) =>
    `<font color='${color}'>■</font> ${n} ${light}${names === "" ? "" : ` (${names})`}`,
  names: (names, all) => names.join(", ") + (all > names.length ? ` and ${all - names.length} more` : ""),
  pace: (period, published) =>
    `**Investment against schedule** · ${period}, ${published ? "published" : "as handed in"} · line: 100%`,
  noFigure: (n) => ` ${n} without figures yet.`,
  moreTowns: (n) => `${n} more are not drawn; send “ranking” for the full table.`,
};

export function pictureText(locale: Locale): PictureText {
  return locale === "en" ? en : zh;
}
