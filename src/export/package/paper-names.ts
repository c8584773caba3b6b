// Names and headings of the papers of an acceptance. They go to a department of the province, hence in Chinese alone.

export const PAPER_NAMES = {
  package: (town: string, part: number, parts: number) =>
    parts === 1 ? `${town}期末验收材料.zip` : `${town}期末验收材料（${parts}之${part}）.zip`,
  index: "目录.txt",
  indexHead: "文件名\t字节数\t校验码（SHA-256）\t所在分包",
  forms: "验收表.xlsx",
  scores: (period: string) => `${period}综合得分表.xlsx`,
  plan: (year: number) => `${year}年度计划.xlsx`,
  folders: { acceptance: "验收材料", reports: "填报照片" },
  sheets: { form: "验收表", marks: "打分", history: "办理过程", quarters: "历次得分" },
  heads: {
    form: ["项目", "内容"],
    history: ["时间", "步骤", "办理人", "内容"],
    quarters: ["季度", "得分", "位次"],
    member: "组员",
    opinion: "意见",
    mean: "平均",
  },
} as const;
