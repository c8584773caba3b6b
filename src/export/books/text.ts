import type { Locale } from "../../domain/programme/people.ts";

// Wording of the books besides the ranking: names of sheets, columns, and the sentences of their first sheets.

const zh = {
  overview: "总览",
  town: "单位",
  county: "县（市、区）",
  total: "合计",
  all: "全市",
  foot: (office: string, title: string, at: string) => `${office}　${title}　截至${at}`,
  asOf: (at: string) => `截至${at}。`,
  year: {
    title: (programme: string, year: number) => `${programme} · ${year}年年度得分`,
    sheets: { reckoning: "计算", counties: "县（市、区）" },
    stages: {
      so_far: "暂定：只含已发布的季度，按权重折算。",
      process: "暂定：四个季度已齐，年终考核未完。",
      year: "四个季度和年终考核已齐。",
    },
    none: "本年度还没有发布过季度排名。",
    columns: {
      ...{ rank: "位次", score: "年度得分", process: "过程得分", appraisal: "年终考核", weight: "权重" },
      ...{ towns: "单位数", plain: "平均得分", weighted: "按计划投资加权" },
    },
    quarter: (n: number) => `${["一", "二", "三", "四"][n - 1]}季度`,
    live: "改动季度得分、年终考核或权重，年度得分和位次随之重算。",
    chart: "年度得分",
  },
  ledger: {
    title: (programme: string) => `${programme} · 工作台账`,
    state: (open: number, overdue: number, closed: number) =>
      `在办${open}项，其中逾期${overdue}项；已办结${closed}项。`,
    columns: {
      ...{ open: "在办", overdue: "逾期", closed: "已办结", title: "事项", state: "状态" },
      ...{ owner: "该谁办", due: "期限", begun: "提出日期", last: "最近进展", ended: "办结日期" },
    },
    late: "逾期",
    chart: "在办事项",
  },
  tasks: {
    title: (programme: string, year: number) => `${programme} · ${year}年年度任务`,
    sheet: "年度任务",
    note: "前十列可修改后由市办导入：镇、所属内容、子项从列表中选；没有改动的行导入后不变。",
    state: (all: number, closed: number, red: number) => `共${all}项，已销号${closed}项，红灯${red}项。`,
    columns: {
      ...{ town: "镇", area: "所属内容", item: "子项", title: "任务名称", owner: "责任岗位", weight: "权重" },
      ...{ start: "开始日期", due: "截止日期", steps: "节点", evidence: "佐证材料" },
      ...{ state: "状态", percent: "实际进度", scheduled: "序时进度", light: "亮灯", until: "现定期限" },
      ...{ all: "任务数", closed: "已销号", red: "红灯", yellow: "黄灯", mean: "平均进度" },
    },
    lights: { red: "红灯", yellow: "黄灯", blue: "蓝灯", green: "绿灯", grey: "—" },
    chart: "平均进度（%）",
  },
  funds: {
    title: (programme: string, year: number) => `${programme} · ${year}年资金台账`,
    state: (planned: string, inPlace: string, spent: string) =>
      `计划${planned}万元，到位${inPlace}万元，支出${spent}万元。到位资金不等于完成投资，不能相加。`,
    sheets: { sources: "分渠道", payments: "奖补拨付" },
    columns: {
      ...{ planned: "计划（万元）", inPlace: "到位（万元）", spent: "支出（万元）", rate: "到位率" },
      ...{ spentRate: "支出率", source: "资金渠道", share: "占到位", amount: "金额（万元）" },
      ...{ state: "状态", paidOn: "拨付日期", paper: "凭证号", arrivedOn: "到账日期", quarter: "季度" },
    },
    chart: "到位资金（万元）",
  },
  evidence: {
    title: (programme: string, of: string) => `${programme} · ${of}佐证目录`,
    ever: "历次",
    state: (photos: number, files: number) => `照片${photos}张，文件${files}个。`,
    sheet: "目录",
    columns: {
      ...{ photos: "照片", files: "文件", hints: "有提示", no: "序号", quarter: "季度", about: "对应内容" },
      ...{ kind: "类型", name: "文件名", at: "收到日期", taken: "拍摄日期", size: "大小（KB）" },
      ...{ hint: "核查提示", sha: "校验码（SHA-256）" },
    },
    kinds: { image: "照片", file: "文件" },
    unfiled: "未归类",
    hints: (n: number) => `${n}条`,
    chart: "照片数",
  },
};

export type BooksText = typeof zh;

const en: BooksText = {
  overview: "Overview",
  town: "Place",
  county: "County",
  total: "Total",
  all: "City",
  foot: (office, title, at) => `${office}, ${title}, as of ${at}`,
  asOf: (at) => `As of ${at}.`,
  year: {
    title: (programme, year) => `${programme} · scores of ${year}`,
    sheets: { reckoning: "Reckoning", counties: "Counties" },
    stages: {
      so_far: "Provisional: of the quarters published so far, by their weights.",
      process: "Provisional: all four quarters, without the year-end appraisal.",
      year: "All four quarters and the year-end appraisal.",
    },
    none: "No quarter of this year has been published.",
    columns: {
      ...{
        rank: "Rank",
        score: "Year's score",
        process: "Quarters",
        appraisal: "Appraisal",
        weight: "Weight",
      },
      ...{ towns: "Places", plain: "Mean score", weighted: "Weighted by plan" },
    },
    quarter: (n) => `Q${n}`,
    live: "Change a quarter's score, an appraisal or a weight, and scores and ranks follow.",
    chart: "Year's score",
  },
  ledger: {
    title: (programme) => `${programme} · ledger`,
    state: (open, overdue, closed) => `${open} open, ${overdue} of them overdue; ${closed} closed.`,
    columns: {
      ...{ open: "Open", overdue: "Overdue", closed: "Closed", title: "Item", state: "State" },
      ...{ owner: "Waits for", due: "Due", begun: "Begun", last: "Last step", ended: "Closed on" },
    },
    late: "overdue",
    chart: "Open items",
  },
  tasks: {
    title: (programme, year) => `${programme} · tasks of ${year}`,
    sheet: "Tasks",
    note: "May be changed and imported: town, area and item are chosen from lists; rows left alone change nothing.",
    state: (all, closed, red) => `${all} tasks, ${closed} closed, ${red} red.`,
    columns: {
      ...{ town: "town", area: "area", item: "item", title: "title", owner: "owner", weight: "weight" },
      ...{ start: "start", due: "due", steps: "steps", evidence: "evidence" },
      ...{ state: "State", percent: "Progress", scheduled: "Scheduled", light: "Light", until: "Due now" },
      ...{ all: "Number", closed: "Closed", red: "Red", yellow: "Yellow", mean: "Mean progress" },
    },
    lights: { red: "red", yellow: "yellow", blue: "blue", green: "green", grey: "—" },
    chart: "Mean progress (%)",
  },
  funds: {
    title: (programme, year) => `${programme} · funds of ${year}`,
    state: (planned, inPlace, spent) =>
      `Planned ${planned}, in place ${inPlace}, spent ${spent} (CNY 10k). Money in place is not investment done.`,
    sheets: { sources: "Sources", payments: "Awards" },
    columns: {
      ...{
        planned: "Planned (10,000)",
        inPlace: "In place (10,000)",
        spent: "Spent (10,000)",
        rate: "In place",
      },
      ...{ spentRate: "Spent", source: "Source", share: "Share in place", amount: "Amount (10,000)" },
      ...{ state: "State", paidOn: "Paid on", paper: "Paper", arrivedOn: "Arrived on", quarter: "Quarter" },
    },
    chart: "Money in place (CNY 10k)",
  },
  evidence: {
    title: (programme, of) => `${programme} · evidence, ${of}`,
    ever: "all quarters",
    state: (photos, files) => `${photos} photos, ${files} files.`,
    sheet: "Index",
    columns: {
      ...{
        photos: "Photos",
        files: "Files",
        hints: "With hints",
        no: "No.",
        quarter: "Quarter",
        about: "About",
      },
      ...{ kind: "Kind", name: "File", at: "Received", taken: "Taken", size: "Size (KB)" },
      ...{ hint: "Hints", sha: "SHA-256" },
    },
    kinds: { image: "photo", file: "file" },
    unfiled: "not filed",
    hints: (n) => String(n),
    chart: "Photos",
  },
};

export const BOOKS_TEXT: Record<Locale, BooksText> = { "zh-CN": zh, en };
