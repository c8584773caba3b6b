import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { later, type Programme, YEARS } from "./start-programme.ts";

// 方案, 阶段 and 资金: how a town gets its plan, what its county puts in place for it, and where it stands.

/** Every town writes its plan, the county countersigns, the housing bureau comments, the office approves. */
export async function planTowns({
  desk,
  goTo,
  towns,
  who,
  official,
  reviewer,
  principal,
  plans,
}: Programme): Promise<void> {
  const [year] = YEARS;
  const office = who("city_office");
  await goTo(`${year}-01-09`);
  await desk.begin(
    office,
    { say: "阶段目标", procedure: "phase_years", step: "enter" },
    { "years.1": "2024", "years.2": "2025", "years.3": "2025", basis: "市政府常务会议纪要" },
  );
  const ids: Array<{ slug: string; id: string }> = [];
  for (const { slug } of towns) {
    const plan = await desk.begin(
      official(slug),
      { say: "创建方案", procedure: "town_plan", step: "begin" },
      { site: "古街核心区。" },
    );
    ids.push({ slug, id: plan.id });
  }
  await goTo(`${year}-01-11`);
  for (const { slug, id } of ids) {
    const by = official(slug);
    const investment = String(plans[year]?.[slug]?.investment ?? 0);
    await desk.take(by, id, "demands", { demands: "修缮古街。整治河道。" });
    await desk.take(by, id, "leadership", { leadership: "县长任组长，镇设专班。" });
    await desk.take(by, id, "funds", { "funds.county": "6000", "funds.township": "900" });
    await desk.take(by, id, "years", { year: String(year), investment, arrangement: "上半年完成古街修缮。" });
    if (slug === towns.at(-1)?.slug) await desk.take(reviewer(slug), id, "task", arrangedIn(year));
    await desk.take(by, id, "submit", { answers: "" });
  }
  await goTo(`${year}-01-12`);
  for (const { slug, id } of ids) await desk.take(principal(slug), id, "countersign");
  const housing = who("department", "housing");
  const [first, ...others] = ids;
  if (!first) throw new Error("no town");
  const day = await goTo(`${year}-01-16`);
  await desk.take(housing, first.id, "comment", { comments: "补充给排水管网" });
  for (const { id } of others) await desk.take(housing, id, "no_comment");
  await goTo(later(day, 1));
  for (const { id } of others) await desk.take(office, id, "approve", { paper: "吕特镇办〔2023〕1号" });
  await desk.take(office, first.id, "send_back", { why: "先落实部门意见。" });
  await desk.take(official(first.slug), first.id, "demands", {
    demands: "修缮古街。整治河道，配套给排水管网。",
  });
  await desk.take(official(first.slug), first.id, "submit", { answers: "1. 已补充。" });
  await goTo(later(day, 2));
  await desk.take(principal(first.slug), first.id, "countersign");
  await desk.take(housing, first.id, "no_comment");
  await desk.take(office, first.id, "approve", { paper: "吕特镇办〔2023〕2号" });
}

/** A task of the yearly arrangement, which the approval makes a year task. */
function arrangedIn(year: number | undefined) {
  const days = { start: `${year}-03-01`, due: `${year}-12-29` };
  const task = { area: "facilities", title: ARRANGED, owner: "副镇长", weight: "10", steps: "" };
  return { ...task, ...days, evidence_needed: "" };
}
const ARRANGED = "游客中心";

/** The task that the last town's plan arranged is done, and closed by the county. */
export async function closeArranged({ desk, goTo, towns, official, reviewer }: Programme, day: string) {
  const town = towns.at(-1)?.slug ?? "";
  const tasks = await desk.records("year_task", { town });
  const task = tasks.find(({ data, state }) => data.title === ARRANGED && state === "open");
  if (!task) throw new Error(`${ARRANGED} is no task of ${town}`);
  await goTo(day);
  await desk.take(official(town), task.id, "progress", { percent: "100", words: "已开放。" });
  await desk.take(official(town), task.id, "ask_close", { words: "" });
  await goTo(later(day, 1));
  await desk.take(reviewer(town), task.id, "confirm_close");
}

/** A later year's investment, asked for as a change of the plan, granted, written and approved again. */
export async function changePlan(
  { desk, goTo, who, official, reviewer, principal, world }: Programme,
  town: string,
  day: string,
) {
  const office = who("city_office");
  const [plan] = await desk.records("town_plan", { town });
  if (!plan) throw new Error(`no plan of ${town}`);
  await goTo(day);
  await desk.take(reviewer(town), plan.id, "request_change", { touches: ["funds"], reason: "上级专项到位" });
  await desk.take(office, plan.id, "grant_change");
  await desk.take(official(town), plan.id, "funds", { "funds.superior": "3000" });
  await desk.take(official(town), plan.id, "submit", { answers: "" });
  await goTo(later(shanghaiDay(world.clock.now()), 1));
  await desk.take(principal(town), plan.id, "countersign");
  await desk.take(who("department", "housing"), plan.id, "no_comment");
  await desk.take(office, plan.id, "approve", { paper: "吕特镇办〔2024〕7号" });
}

/** The counties open the year's ledgers. */
export async function openLedgers({ desk, goTo, towns, reviewer }: Programme, year: number): Promise<void> {
  await goTo(`${year}-03-06`);
  for (const { slug } of towns)
    await desk.begin(
      reviewer(slug),
      { say: "资金台账", procedure: "money", step: "begin" },
      { town: slug, year: String(year), "planned.county": "6000", "planned.township": "900" },
    );
}

/** What came in and went out, each with its paper. */
export async function keepLedgers({ desk, goTo, towns, reviewer }: Programme, year: number, share: number) {
  await goTo(`${year}-${share < 1 ? "06-27" : "12-12"}`);
  for (const { slug } of towns) {
    const [ledger] = (await desk.records("money", { town: slug })).filter(({ data }) => data.year === year);
    if (!ledger) throw new Error(`no ledger of ${slug} in ${year}`);
    const by = reviewer(slug);
    await desk.show(by, ledger.id);
    await desk.take(by, ledger.id, "receive", {
      "in_place.county": String(6_000 * share),
      "in_place.township": "800",
    });
    await desk.show(by, ledger.id);
    await desk.take(by, ledger.id, "spend", { "spent.county": String(5_000 * share) });
  }
}
