import type { Criterion } from "../../src/domain/acceptance/marks.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";

// Wording: the final acceptance, its marks and the papers that were sent.

const criteriaZh: Record<Criterion, string> = {
  trade: "产业发展特色鲜明",
  look: "风貌塑造独具韵味",
  heritage: "传统文化传承有序",
  ecology: "生态环境保护良好",
  services: "设施服务便捷完善",
};

const zh = {
  criteria: criteriaZh,
  day: (day: string) => `现场日期：${day}`,
  marked: (n: number, of: number) => `已打分 ${n} 人，共 ${of} 人`,
  columns: { criterion: "项目", mean: "平均分" },
  none: "—",
  pass: (mark: number) => `各项平均分均不低于${mark}分为通过。`,
  files: "**已发出的材料包**",
  file: (name: string, papers: number, megabytes: string, hash: string) =>
    `${name}：${papers}份，${megabytes} MB，校验码 ${hash}`,
  /** Sent before the files. */
  sending: (town: string, parts: number, papers: number) =>
    parts === 1
      ? `${town}期末验收材料包：${papers}份材料，见下面的文件。`
      : `${town}期末验收材料包：${papers}份材料，超过单个文件30 MB的上限，分成${parts}个文件发出，每个文件里都有完整目录。`,
  left: (names: string) => `以下材料单份过大，没有放入，请另行报送：${names}`,
};

export type AcceptanceText = typeof zh;

const en: AcceptanceText = {
  criteria: {
    trade: "Industry of its own",
    look: "Character of the place",
    heritage: "Traditions kept up",
    ecology: "Environment protected",
    services: "Services complete",
  },
  day: (day) => `Day of the visit: ${day}`,
  marked: (n, of) => `${n} of ${of} have given marks`,
  columns: { criterion: "Criterion", mean: "Mean" },
  none: "–",
  pass: (mark) => `Every mean has to be ${mark} or more.`,
  files: "**Packages sent**",
  file: (name, papers, megabytes, hash) =>
    `${name}: ${counted(papers, "paper")}, ${megabytes} MB, check code ${hash}`,
  sending: (town, parts, papers) =>
    parts === 1
      ? `Papers of the final acceptance of ${town}: ${papers}, in the file below.`
      : `Papers of the final acceptance of ${town}: ${papers}. One file may have 30 MB, so there are ${parts}, each with the whole index.`,
  left: (names) => `Too large to be packed, please hand in apart: ${names}`,
};

export function acceptanceText(locale: Locale): AcceptanceText {
  return locale === "en" ? en : zh;
}
