import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of a bulletin's card.

const zh = {
  basis: (seq: number, hash: string) => `依据：已发布结果第${seq}版，校验码${hash}`,
  length: (n: number) => `正文共${n}字（不超过4000字）`,
  cut: (n: number, over: number, which: string[]) =>
    `**正文共${n}字，超出${over}字**，请删减：${which.join("、")}`,
  paragraph: (n: number, length: number) => `第${n}段（${length}字）`,
  whole: (tables: string[]) =>
    `卡片上每段只显示开头，全文见文件。${tables.length > 0 ? `附件：${tables.join("、")}。` : ""}`,
  file: "通报文件随后发到本群。",
  open: "起草通报",
  openCorrection: "起草更正通报",
  see: (state: string) => `通报（${state}）`,
};

export type BulletinCardText = typeof zh;

const en: BulletinCardText = {
  basis: (seq, hash) => `From version ${seq} of the published result, check code ${hash}`,
  length: (n) => `${n.toLocaleString("en")} characters (at most 4,000)`,
  cut: (n, over, which) =>
    `**${n.toLocaleString("en")} characters, ${over} too many**: please cut ${which.join(", ")}`,
  paragraph: (n, length) => `paragraph ${n} (${length})`,
  whole: () => "Each paragraph begins here; the file, in Chinese, has all of it and its tables.",
  file: "The file follows in this group.",
  open: "Draft the bulletin",
  openCorrection: "Draft a corrected bulletin",
  see: (state) => `Bulletin (${state})`,
};

export function bulletinCardText(locale: Locale): BulletinCardText {
  return locale === "en" ? en : zh;
}
