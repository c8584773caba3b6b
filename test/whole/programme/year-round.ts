import { advancedCounties } from "../../../src/domain/oversight/commendation.ts";
import { settledOf } from "../../../src/domain/procedure/annual.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import type { Desk } from "./desk.ts";
import { later, type Programme } from "./start-programme.ts";

// What happens once a year beside the quarters: a standard and a question, a meeting on site, lists and what follows, the
// award, the assessment.

/** The housing bureau publishes a standard, and every town acknowledges it. */
export async function publishStandard(
  { desk, goTo, towns, who, official }: Programme,
  day: string,
): Promise<void> {
  const housing = who("department", "housing");
  await goTo(day);
  const standard = await desk.begin(
    housing,
    { say: "技术标准", procedure: "standard", step: "draft" },
    { title: "排水管网施工要点", text: "雨污分流；检查井间距不大于40米。" },
  );
  await desk.show(housing, standard.id);
  await desk.take(housing, standard.id, "publish");
  await goTo(later(await goTo(day), 1));
  for (const { slug } of towns) {
    const [receipt] = await desk.records("receipt", { town: slug, ref: standard.id });
    if (!receipt) throw new Error(`${slug} has no receipt`);
    await desk.take(official(slug), receipt.id, "read");
  }
}

/** A town asks a department, which answers all towns of its kind. */
export async function askGuidance(
  { desk, goTo, who, official }: Programme,
  town: string,
  day: string,
): Promise<void> {
  const asked = await goTo(day);
  const question = await desk.begin(
    official(town),
    { say: "业务指导", procedure: "guidance", step: "ask" },
    { department: "department.finance", question: "驳岸加固能否列入奖补" },
  );
  await goTo(later(asked, 2));
  await desk.take(who("department", "finance"), question.id, "answer_all", {
    answer: "可以，按维修类申报。",
  });
}

/** A meeting on site with every town, and what it decides. */
export async function meet(played: Programme, town: string, day: string): Promise<void> {
  const { desk, goTo, towns, who, official, reviewer } = played;
  const [office, leader] = [who("city_office"), who("leader")];
  const proposed = await goTo(day);
  const on = later(proposed, 8);
  const meeting = await desk.begin(
    office,
    { say: "现场会什么时候开", procedure: "meeting", step: "propose" },
    {
      ...{ town, reason: "驳岸和管网做法可看", agenda: "看现场；交流", place: "游客中心" },
      ...{ day: on, time: "09:30", hours: "2", guests: ["@towns"] },
    },
  );
  await goTo(later(proposed, 1));
  await desk.take(leader, meeting.id, "approve");
  await goTo(later(proposed, 2));
  const invited = await desk.records("invitation", { ref: meeting.id });
  const guest = (to: unknown) => {
    const [kind, area = ""] = String(to).split(".");
    return kind === "town" ? official(area) : reviewer(town);
  };
  for (const { id, data } of invited) await desk.take(guest(data.to), id, "accept");
  await goTo(on, "09:30");
  for (const { id, data } of invited) await desk.take(guest(data.to), id, "attend");
  await goTo(later(on, 1));
  await desk.show(office, meeting.id);
  await desk.take(office, meeting.id, "minutes", { minutes: "推广驳岸做法。" });
  const item = {
    to: `town.${towns[0]?.slug}`,
    title: "推广驳岸做法",
    owner: "分管副镇长",
    due: later(on, 30),
  };
  await desk.take(office, meeting.id, "decide", item);
  await desk.take(office, meeting.id, "close");
  const [task] = await desk.records("supervision", { ref: meeting.id });
  if (!task) throw new Error("nothing was decided");
  const doer = official(towns[0]?.slug ?? "");
  await goTo(later(on, 5));
  await desk.take(doer, task.id, "sign");
  await goTo(later(on, 25));
  await desk.take(doer, task.id, "progress", { percent: "100", words: "已推广" });
  await desk.show(doer, task.id);
  await desk.take(doer, task.id, "ask_close", { words: "" });
  await goTo(later(on, 26));
  await desk.take(office, task.id, "confirm_close");
}

/** 提醒, then 约谈, then 问责: one more each time a town is on the black list. */
const LADDER = ["reminder", "talk", "accountability"] as const;

/** The lists of a quarter; whoever is on the black one is reminded, answers, and it is closed. */
export async function honour(
  { desk, goTo, who, official }: Programme,
  quarter: string,
  day: string,
): Promise<void> {
  const [office, leader] = [who("city_office"), who("leader")];
  const put = await goTo(day);
  const list = await desk.begin(
    office,
    { say: "红黑榜", procedure: "honours", step: "propose" },
    { quarter, reason: "按办法提出。" },
  );
  await goTo(later(put, 1));
  await desk.take(leader, list.id, "adopt", { decision: "按办法列入。" });
  const blackened = (await desk.records("listing")).find(
    (one) => one.period === quarter && one.state === "black",
  );
  if (!blackened) return;
  const { town } = blackened;
  const told = (await desk.records("accountability")).filter(({ data }) => data.to === `town.${town}`);
  const step = LADDER[Math.min(told.length, LADDER.length - 1)] ?? "reminder";
  const measure = await desk.begin(
    office,
    { say: "提出约谈", procedure: "accountability", step: "propose" },
    { to: `town.${town}`, measure: step, matter: "进度滞后", reason: "连续两个季度进度偏慢。" },
  );
  await goTo(later(put, 2));
  await desk.take(leader, measure.id, "decide", { decision: "请一周内报整改措施。" });
  const held = { on: await goTo(later(put, 4)), minutes: "听取情况说明，明确整改要求。" };
  if (step !== "reminder") await desk.take(leader, measure.id, "hold", held);
  await goTo(later(put, 6));
  await desk.take(official(town), measure.id, "answer", { answer: "增加两个班组。" });
  await goTo(later(put, 8));
  await desk.take(office, measure.id, "close", { outcome: "措施可行。" });
}

/** The award of a quarter, from the choice to the money's arrival. */
export async function award({ desk, goTo, who, reviewer }: Programme, day: string): Promise<void> {
  const [office, colleague, finance] = [
    who("city_office"),
    who("city_office", "", 1),
    who("department", "finance"),
  ];
  const chosen = await goTo(day);
  await desk.press(office, await desk.ask(office, "奖补怎么分"), "award__", { pot: "1000" });
  const made = await desk.begin(
    office,
    { on: "以奖代补测算", procedure: "award", step: "choose" },
    { method: "proportional", reason: "领导小组会议" },
  );
  await goTo(later(chosen, 1));
  await desk.take(colleague, made.id, "start_payment");
  const paid = await goTo(later(chosen, 4));
  const parts = await desk.records("payment", { ref: made.id });
  for (const { id } of parts) await desk.take(finance, id, "pay", { paid_on: paid, paper: "财〔2023〕7号" });
  const arrived = await goTo(later(chosen, 6));
  for (const { id, town } of parts) await desk.take(reviewer(town), id, "arrive", { arrived_on: arrived });
}

/** The assessment of a year, from the counties' own to the frozen result. */
export async function assess(
  { desk, goTo, towns, who, reviewer }: Programme,
  year: number,
  day: string,
): Promise<void> {
  const [office, colleague] = [who("city_office"), who("city_office", "", 1)];
  const started = await goTo(day);
  const whole = await desk.begin(office, { say: "年度考核", procedure: "annual", step: "start" }, {});
  await goTo(later(started, 3));
  for (const { slug } of towns) {
    const [own] = await desk.records("assessment", { town: slug, ref: String(year) });
    if (!own) throw new Error(`nothing of ${slug} in ${year}`);
    await desk.show(reviewer(slug), own.id);
    await desk.take(reviewer(slug), own.id, "assess", { self: "90", did: "主体完工。", lacks: "" });
  }
  const scores = Object.fromEntries(towns.map(({ slug }, n) => [`appraisal.${slug}`, String(80 + n)]));
  await goTo(later(started, 6));
  await desk.begin(office, { say: "年度考核", procedure: "appraisal", step: "enter" }, scores);
  await desk.take(office, whole.id, "draft", { without: "" });
  await goTo(later(started, 12));
  await desk.take(colleague, whole.id, "freeze", { decision: "经市领导小组会议审定。" });
  await commend(desk, office, who("leader"), whole.id);
}

/** The advanced counties of the year, if the rule puts any forward. */
async function commend(desk: Desk, office: Person, leader: Person, year: string): Promise<void> {
  await desk.ask(office, "年度考核");
  const [whole] = (await desk.records("annual")).filter(({ id }) => id === year);
  const settled = whole && settledOf(whole);
  const counties = settled ? advancedCounties(settled).map(({ county }) => county) : [];
  if (counties.length === 0) return;
  const list = await desk.begin(
    office,
    { on: "提出先进县名单", procedure: "commendation", step: "propose" },
    { counties, reason: "年度考核优秀。" },
  );
  await desk.take(leader, list.id, "adopt", { decision: "同意。" });
}
