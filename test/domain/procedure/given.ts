import { CRITERIA } from "../../../src/domain/acceptance/marks.ts";
import type { Values } from "../../../src/domain/procedure/record.ts";
import { proposalOf } from "../../../src/domain/procedure/weights.ts";
import { towns } from "../programmes.ts";

const [first] = towns.scheme.root.children;

const sentence = (text: string) => ({ text, fact: "" });
const draft = {
  of: { period: "2026Q3", seq: 1, hash: "ab".repeat(32) },
  corrects: "",
  title: ["关于", "2026年第三季度", "全市“十大特色镇”", "创建工作进展情况的", "通报"],
  to: "各县（市、区）人民政府，市直有关单位",
  opening: { id: "opening", sentences: [sentence("现将有关情况通报如下：")] },
  // As long as a bulletin may be.
  sections: ["总体情况", "分项进展", "综合排名", "表扬与提醒", "存在问题", "下一步要求"].map(
    (heading, s) => ({
      heading,
      paragraphs: Array.from({ length: 2 }, (_, i) => ({
        ...{ id: `${s}.${i}`, sentences: [sentence(`${"字".repeat(300)}。`)] },
      })),
    }),
  ),
  tables: ["综合得分及位次表", "项目投资及形象进度表", "问题清单及督办事项"].map((title) => ({
    ...{ title, head: ["单位", "数"], widths: [6, 4], rows: [["碛口镇", "1"]] },
  })),
  cc: "市委办公室，市政府办公室",
  office: "吕梁市特色镇领导小组办公室",
  names: Object.fromEntries(towns.towns.map(({ slug, name }) => [slug, name])),
};

const settled = {
  towns: towns.towns.map(({ slug }, i) => ({
    ...{
      town: slug,
      quarters: [81.64, 90.856, 88, 100.1],
      process: 92.123,
      appraisal: 88,
      score: 90.8861 - i,
    },
    ...{ rank: i + 1, grade: "excellent" },
  })),
  counties: towns.counties.map(({ slug }, i) => ({
    ...{ county: slug, score: 90.8861 - i, rank: i + 1, grade: "good" },
  })),
  hash: "ab".repeat(32),
};

/** Values supplied by the code to the steps that need them, by procedure. */
export const GIVEN: Record<string, Values> = {
  weights: proposalOf(towns.scheme, `${towns.scheme.id}.1`, {
    scheme: towns.scheme,
    changes: [{ id: first?.id ?? "", from: 30, to: 40 }],
    rows: towns.towns.map(({ slug }, i) => ({
      ...{ town: slug, rank: i + 1, score: 81.64, newRank: i + 2, newScore: 80.005, moved: -1 },
    })),
  }),
  stage: { since: "", because: "0123456789abcdef" },
  town_plan: {
    problem: null,
    file: "碛口镇创建方案.docx",
    targets: {
      projects: [{ name: "古街修缮".repeat(8), total: 60_000, planned: [10, 40, 70, 100] }],
      items: { dueFrom: { "facilities.1": 2 }, notApplicable: {} },
      tasks: Array.from({ length: 20 }, (_, i) => ({
        ...{
          area: "facilities",
          item: null,
          title: `${i}${"污水管网".repeat(24)}`,
          owner: "分管副镇长".repeat(6),
        },
        ...{ weight: 10, start: "2026-03-01", due: "2026-12-30", steps: "主体:2026-12-30:70；".repeat(40) },
        evidence_needed: "验收单".repeat(60),
      })),
    },
  },
  commendation: {
    list: {
      counties: towns.counties.map(({ slug }, i) => ({ county: slug, score: 96.5 - i, rank: i + 1 })),
      hash: "ab".repeat(32),
    },
    choices: towns.counties.map(({ slug, name, nameEn }) => ({ id: slug, name, nameEn })),
  },
  money: { year: "2026" },
  payment: { amount: 120.5, payer: "department.housing", paid_on: "2026-10-12", arrived_on: "2026-10-12" },
  phase_years: { "years.1": "2026", "years.2": "2027", "years.3": "2028" },
  wording: { said: "花销", means: "投资多少" },
  misreport: { figures: { claimed: 8820, found: 6500.5 }, unranked: false },
  year_task: { item: null, start: "2026-03-01", steps: "主体:2026-12-30:70" },
  calendar: {
    year: {
      year: 2027,
      holidays: ["2027-01-01", "2027-01-02", "2027-01-03"].map((day) => ({ day, name: "元旦" })),
      workdays: ["2027-01-09"],
    },
    encouraged: ["鼓励错峰休假。"],
  },
  objection: { barred: null },
  urgent: {
    places: towns.towns.map(({ slug, name, nameEn }) => ({ id: slug, name, nameEn })),
    approvers: [{ id: "ou_9", name: "王芳 · 市办", nameEn: "Wang Fang · city office" }],
    ends: [{ id: String(Date.UTC(2026, 9, 12, 10)), name: "10月12日 18:00", nameEn: "12 Oct 18:00" }],
    to: towns.towns.map(({ slug }) => slug),
    receivers: 60,
    month: 12,
    quarter: 34,
    sendTo: ["qikou", "xinyi"],
    officials: 4,
  },
  award: {
    split: {
      awards: towns.towns.map(({ slug }, i) => ({ id: slug, amount: 120.5 - i })),
      reserve: 0.3,
      hash: "ab".repeat(32),
    },
  },
  plan: {
    file: "2026年度计划.xlsx",
    figures: [{ id: "investment", name: "年度计划投资", nameEn: "The year's investment" }],
    problem: null,
    changes: towns.towns.map(({ slug }) => ({
      town: slug,
      before: null,
      after: {
        investment: 12000.5,
        schedule: [0.15, 0.4, 0.7, 1],
        dueFrom: { "facilities.1": 1, "facilities.2": 2 },
        notApplicable: { "facilities.3": "镇区没有这一项" },
        projects: [{ id: "p1", name: "古镇保护修缮三期工程", total: 18000, planned: [23, 45, 80, 100] }],
      },
    })),
    concerned: towns.towns.map(({ slug }, i) => ({
      ...{ period: "2026Q3", town: slug },
      state: i % 2 === 0 ? "draft" : "submitted",
    })),
    moved: false,
  },
  honours: {
    quarters: [{ id: "2026Q3", name: "2026年第三季度", nameEn: "Q3 2026" }],
    quarter: "2026Q3",
    list: {
      towns: towns.towns.map(({ slug }, i) => ({
        ...{ town: slug, list: i < 3 ? "red" : "black", rank: i + 1, score: 81.64 },
        ...{ light: i < 3 ? "green" : "red", times: i + 1 },
      })),
      hash: "ab".repeat(32),
    },
    choices: towns.towns.slice(3).map(({ slug, name, nameEn }) => ({ id: slug, name, nameEn })),
  },
  listing: { place: { rank: 13, score: 61.25, times: 2, decision: "进度落后且整改不力。" } },
  accountability: {
    before: Array.from({ length: 14 }, (_, i) => ({
      ...{ measure: i % 2 === 0 ? "reminder" : "talk", day: "2026-03-02", matter: "年度投资进度滞后" },
    })),
  },
  acceptance: {
    people: [
      { id: "ou_4", name: "王芳 · 市办", nameEn: "Wang Fang · city office" },
      { id: "ou_9", name: "赵敏 · 市办", nameEn: "Zhao Min · city office" },
    ],
    team: ["ou_4", "ou_9"],
    on: "2026-10-12",
    checklist: [...CRITERIA],
    ...{ trade: "88", look: "90.5", heritage: "100", ecology: "72", services: "60" },
    handed: "2026-10-12",
    able: true,
    files: [1, 2, 3].map((n) => ({
      ...{
        name: `碛口镇期末验收材料（3之${n}）.zip`,
        size: 30_000_000,
        sha256: "ab".repeat(32),
        papers: 120,
      },
    })),
  },
  annual: {
    known: true,
    result: settled,
    proposed: { ...settled, hash: "cd".repeat(32) },
    missing: [],
    closes: Date.UTC(2026, 0, 1),
    unanswered: 0,
  },
  assessment: {
    known: { quarters: [81.64, 90.856, null, 100.1], plan: 12000.5, invested: 8820.25, tasks: 12, closed: 7 },
    result: { own: settled.towns[0] ?? null, county: settled.counties[0] ?? null },
    closes: Date.UTC(2027, 0, 1),
  },
  naming: { was: { town: towns.towns[0]?.slug ?? "", aliases: [], group: "" } },
  bulletin: {
    ...{ draft, problem: null, before: [], taken: [1, 2], number: 12, able: true },
    present: { hash: draft.of.hash, names: draft.names },
    files: [{ name: "2026年第三季度通报.docx", size: 30_000, sha256: "ab".repeat(32), url: "file:ab.docx" }],
  },
  area_ledger: {
    area: "appearance",
    sent: [{ ref: "0123456789abcdef", name: "整治前.jpg", photo: true }],
    until: "",
  },
  promise: { text: "下季度完成主体", quarter: "2026Q4" },
  question: { title: "景区停车场", said: "", officials: 2 },
  visit: {
    ...{ from: "2026-10-12", to: "2026-10-13", order: "", photos: [], period: "2026Q4" },
    people: [
      { id: "ou_4", name: "王芳 · 市办", nameEn: "Wang Fang · city office" },
      { id: "ou_6", name: "赵敏 · 市住建局", nameEn: "Zhao Min · housing bureau" },
    ],
    unplanned: towns.counties.slice(3).map(({ slug }) => slug),
  },
  rectification: { photos: [] },
  meeting: {
    candidates: towns.towns.map(({ slug, name, nameEn }) => ({ id: slug, name, nameEn })),
    offered: [{ id: "@towns", name: "@towns", nameEn: "@towns" }],
    ...{ day: "2026-10-12", best: towns.towns[0]?.slug ?? "" },
    gap: { from: "2026Q2", to: "2026Q3", gap: 0.463, place: 1 },
    ...{ event: "e1", unscheduled: "permission" },
  },
  invitation: { to: "ou_0", day: "2026-10-12" },
  standard: { kinds: [] },
  receipt: { title: "镇区排水管网施工要点" },
};
