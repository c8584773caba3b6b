import type { Unshown } from "../../src/domain/evidence/shown-photo.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// What photos are, in words: for those who cannot see them, and where they cannot be shown.

const zh = {
  title: (n: number) => `**照片 ${n} 张**`,
  folded: (n: number, earlier: boolean) => `${earlier ? "往季得分，" : ""}照片 ${n} 张`,
  tap: (n: number): string => (n === 1 ? "点开看大图。" : "新的在前，点开看大图。"),
  seeAll: "看全部照片",
  seeOlder: "更早的照片",
  one: (section: string, day: string) => `${section} ${day}`,
  day: (sent: string, taken: string | null) => (taken === null ? sent : `${sent}（${taken}拍摄）`),
  at: (day: string, place: string) => `${day} ${place}`,
  unfiled: "未归类",
  numbered: (numbers: string, what: string) => `${numbers} ${what}`,
  join: "，",
  end: "。",
  none: {
    preparing: "图片正在准备",
    too_large: "图片超过10MB，平台不显示",
    refused: "平台不显示这种图片",
    lost: "原图读不到",
  } satisfies Record<Unshown | "preparing", string>,
  times: (what: string, n: number) => `${what}（${n}张）`,
  notShown: (what: string, why: string) => `未显示：${what}，${why}。`,
  more: (n: number) => `还有 ${n} 张较早的。`,
  alt: (words: string) => `照片：${words}`,
  list: "照片",
  noneYet: "还没有照片，回复填报卡片发送即可。",
  manage: "查看和撤下照片",
  look: "查看照片",
  takeOut: "撤下",
  takeOutHint: "提交审核前可以撤下，撤回带来照片的那条消息也一样。撤下的照片不再计入本季填报，操作有记录。",
  fixed: "照片已随填报提交，不能撤下。需要改动，请联系审核人退回修改。",
  takeOutTitle: "撤下这张照片？",
  takeOutText: "撤下后不计入本季填报，需要时可以重新发送。",
  page: (page: number, pages: number) => `第${page}页，共${pages}页`,
  newer: "上一页",
  older: "下一页",
  tookOut: (n: number) => `已撤下${n}张照片或文件。`,
  gone: "这张照片已经撤下了。",
  recalled: (n: number, town: string, period: string) =>
    `您撤回了消息，其中${n}个照片或文件已从${town}${period}填报中撤下。`,
  recalledLate: (n: number, town: string, period: string, why: string) =>
    `您撤回的消息里有${n}个照片或文件，仍保留在${town}${period}填报中。${why}`,
};

export type PicturesText = typeof zh;

const en: PicturesText = {
  title: (n) => `**${n === 1 ? "1 photo" : `${n} photos`}**`,
  folded: (n, earlier) => `${n === 1 ? "1 photo" : `${n} photos`}${earlier ? " and earlier scores" : ""}`,
  tap: (n) => (n === 1 ? "Tap to enlarge." : "Newest first; tap to enlarge."),
  seeAll: "All photos",
  seeOlder: "Older photos",
  one: (section, day) => `${section}, ${day}`,
  day: (sent, taken) => (taken === null ? sent : `${sent} (taken ${taken})`),
  at: (day, place) => `${day}, ${place}`,
  unfiled: "not filed yet",
  numbered: (numbers, what) => `${numbers} ${what}`,
  join: "; ",
  end: ".",
  none: {
    preparing: "the picture is being prepared",
    too_large: "above 10 MB, which the platform does not show",
    refused: "a kind of picture the platform does not show",
    lost: "the stored picture cannot be read",
  },
  times: (what, n) => `${what} (${n})`,
  notShown: (what, why) => `Not shown: ${what}: ${why}.`,
  more: (n) => `${n} older ${n === 1 ? "one" : "ones"} besides.`,
  alt: (words) => `Photo: ${words}`,
  list: "Photos",
  noneYet: "No photo yet; reply to the form with one.",
  manage: "See or take out photos",
  look: "See photos",
  takeOut: "Take out",
  takeOutHint:
    "Until you submit, a photo can be taken out here or by recalling the message that brought it. It then no longer counts for this quarter; the step is on record.",
  fixed: "The photos were submitted with the report and stay. To change them, ask the reviewer to return it.",
  takeOutTitle: "Take this photo out?",
  takeOutText: "It no longer counts for this quarter; you can send it again.",
  page: (page, pages) => `Page ${page} of ${pages}`,
  newer: "Previous",
  older: "Next",
  tookOut: (n) => (n === 1 ? "1 photo or file taken out." : `${n} photos or files taken out.`),
  gone: "This photo has been taken out already.",
  recalled: (n, town, period) =>
    `You recalled a message; ${n === 1 ? "1 photo or file" : `${n} photos or files`} of it left ${town}'s report for ${period}.`,
  recalledLate: (n, town, period, why) =>
    `The message you recalled brought ${n === 1 ? "1 photo or file that stays" : `${n} photos or files that stay`} in ${town}'s report for ${period}. ${why}`,
};

export function picturesText(locale: Locale): PicturesText {
  return locale === "en" ? en : zh;
}
