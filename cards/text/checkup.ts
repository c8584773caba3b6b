import type { CheckupKind } from "../../src/domain/checkup/checkup-flag.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of the check-up's flags across towns, quarters and photos: facts and a hint, never an accusation.

const zh = {
  facts: {
    twins: "各项完成比例与{town}完全相同，可核对两边是否用了同一份底稿",
    bunching: "{n} 个单位中有 {k} 个的投资完成比例恰在 100% 至 102% 之间，没有一个在 95% 至 100% 之间",
    copied_figures: "{n} 个数与上季度全部相同，可问一下本季度是否没有进展",
    round_hundreds: "{n} 笔金额中有 {k} 笔是 100 万元的整数倍，可核对是否为约数",
    sandbagged: "年计划 {plan}，剩余投资按年平均应为 {even}，可了解计划安排的考虑",
    paid_ahead: "已付款 {paid}，多于完成工作量 {inPlace}，可核对两本账的口径",
    photo_reused: "有一张照片与{town}{period}的一张{alike}，可核对拍摄时间和地点",
    photo_date: "有一张照片标注拍于 {takenOn}，不在本季度（{first} 至 {last}）内，也可能是相机时间不准",
    photo_place: "有一张照片的定位距镇区约 {km} 公里（镇的坐标为估计值，仅供参考）",
  } satisfies Record<CheckupKind, string>,
  same: "看起来相同",
  similar: "很相似",
  /** To the town, after the receipt of a photo. */
  toTown: {
    reusedOwn: "这张与{period}交过的一张看起来相同，如有本季度的照片，欢迎补发。",
    reusedOther: "这张与另一个单位交过的一张看起来相同，方便的话请核对一下。",
    date: "照片标注拍于{takenOn}，不在本季度内；如是相机时间不准，不必理会。",
  },
  /** The office's panel. */
  panel: (flags: number, watched: number) =>
    `数据体检：${[...(flags > 0 ? [`建议核实 ${flags} 条`] : []), ...(watched > 0 ? [`可留意 ${watched} 条`] : [])].join("，")}`,
  severities: { flag: "建议核实", watch: "可留意" },
  advice: "自动比对，仅供参考，不影响得分；各镇的说明在审核卡上。",
  ofTown: (town: string, fact: string) => `${town}：${fact}`,
  more: (n: number) => `另有 ${n} 条，见各镇审核卡。`,
};

export type CheckupText = typeof zh;

const en: CheckupText = {
  facts: {
    twins:
      "Every ratio of done to due is the same as {town}'s; it may be worth asking whether one draft served both",
    bunching:
      "{k} of {n} places stand between 100% and 102% of the investment due, and none between 95% and 100%",
    copied_figures:
      "All {n} figures are the same as last quarter; it may be worth asking whether work stood still",
    round_hundreds: "{k} of {n} sums are whole multiples of CNY 1 million; they may be estimates",
    sandbagged: "The year plan is {plan}; an even pace over the years left would be {even}",
    paid_ahead:
      "{paid} is paid, more than the {inPlace} of work in place; the two ledgers may count differently",
    photo_reused: "A photo {alike} one of {town}, {period}; time and place may be worth a look",
    photo_date:
      "A photo says it was taken on {takenOn}, outside the quarter ({first} to {last}); the camera's clock may be wrong",
    photo_place: "A photo's position is about {km} km from the town (whose coordinates are an estimate)",
  },
  same: "looks the same as",
  similar: "looks much like",
  toTown: {
    reusedOwn: "It looks the same as one handed in for {period}; a photo of this quarter is welcome.",
    reusedOther: "It looks the same as one handed in by another place; please check it when convenient.",
    date: "It says it was taken on {takenOn}, outside this quarter; if the camera's clock is wrong, never mind.",
  },
  panel: (flags, watched) =>
    `Data check-up: ${[...(flags > 0 ? [`${flags} to verify`] : []), ...(watched > 0 ? [`${watched} to note`] : [])].join(", ")}`,
  severities: { flag: "Worth verifying", watch: "Worth noting" },
  advice: "Found by comparing, for information, no points; the places' answers stand on the review cards.",
  ofTown: (town, fact) => `${town}: ${fact}`,
  more: (n) => `${n} more, on the review cards.`,
};

export const CHECKUP_TEXT: Record<Locale, CheckupText> = { "zh-CN": zh, en };
