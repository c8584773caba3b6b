import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";

// Wording about a quarter that accepts no first reports any more.

const zh = {
  title: (period: string) => `${period}填报已锁定`,
  town: (town: string, saved: number) =>
    saved > 0
      ? `${town}没有提交本季度填报，按未报计。已填写的${saved}项内容都保留着。`
      : `${town}没有提交本季度填报，按未报计。`,
  townNext: "此后报送的计为补报：留存、审核，不参加本季度排名。",
  form: "我的填报",
  missing: (n: number, towns: string[]) => `未报${n}个：${towns.join("、")}。`,
  allIn: (n: number) => `${n}个单位都已报送。`,
  unfinished: (n: number, towns: string[]) => `已报送、尚未审结${n}个：${towns.join("、")}。`,
  progress: "查看进度",
  townFallback: (period: string) => `${period}填报已锁定，您镇按未报计；此后报送的计为补报，不参加排名。`,
  officeFallback: (period: string) => `${period}填报已锁定。请私聊我发“谁还没报”查看。`,
};

export type LockedText = typeof zh;

const en: LockedText = {
  title: (period) => `${period} is locked`,
  town: (town, saved) =>
    saved > 0
      ? `${town} sent no report for this quarter and counts as not reported. What was filled in is kept (${counted(saved, "section")}).`
      : `${town} sent no report for this quarter and counts as not reported.`,
  townNext: "What is sent from now on is a supplement: kept and reviewed, but not ranked this quarter.",
  form: "My form",
  missing: (n, towns) => `Not reported (${n}): ${towns.join(", ")}.`,
  allIn: (n) => `All ${n} have reported.`,
  unfinished: (n, towns) => `Reported, not yet approved (${n}): ${towns.join(", ")}.`,
  progress: "See progress",
  townFallback: (period) =>
    `${period} is locked and your town counts as not reported; what is sent from now on is a supplement, which is not ranked.`,
  officeFallback: (period) => `${period} is locked. Send me “who has not reported” in private.`,
};

export function lockedText(locale: Locale): LockedText {
  return locale === "en" ? en : zh;
}
