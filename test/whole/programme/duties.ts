import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import type { PeriodId } from "../../../src/domain/calendar/period.ts";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { boxesOf } from "../../bot/at-client.ts";
import { later, type Programme } from "./start-programme.ts";

// What an office does beside the calendar: year tasks with more time, urgent messages, figures that were found wrong, other
// weights, an official who moves on.

/** A year task from its proposal by the town to its end, with more time asked for and granted. */
export async function workOn(
  { desk, goTo, official, reviewer }: Programme,
  town: string,
  day: string,
): Promise<void> {
  const proposed = await goTo(day);
  const due = later(proposed, 20);
  const task = await desk.begin(
    official(town),
    { say: "我的任务", procedure: "year_task", step: "propose" },
    {
      ...{
        to: `town.${town}`,
        area: "facilities",
        title: `污水管网续建（${proposed}）`,
        owner: "分管副镇长",
      },
      ...{ weight: "10", start: proposed, due, steps: "", evidence_needed: "" },
    },
  );
  await goTo(later(proposed, 1));
  await desk.take(reviewer(town), task.id, "countersign");
  await goTo(later(proposed, 2));
  await desk.take(official(town), task.id, "sign");
  await goTo(later(proposed, 12));
  const until = later(due, 5);
  await desk.take(official(town), task.id, "request_extension", { until, day_off: "", reason: "雨季停工。" });
  await goTo(later(proposed, 13));
  await desk.take(reviewer(town), task.id, "grant_extension");
  await goTo(later(due, 3));
  await desk.take(official(town), task.id, "progress", { percent: "100", words: "已通水。" });
  await desk.show(official(town), task.id);
  await desk.take(official(town), task.id, "ask_close", { words: "" });
  await goTo(later(due, 4));
  await desk.take(reviewer(town), task.id, "confirm_close");
}

/** 加急 to the towns that have not reported, approved by a leader; it ends with the day. */
export async function press({ desk, world, who, towns }: Programme, day: string): Promise<void> {
  const leader = who("leader");
  const message = await desk.begin(
    who("city_office"),
    { say: "加急", procedure: "urgent", step: "propose" },
    {
      ...{
        towns: towns.slice(0, 2).map(({ slug }) => slug),
        words: "请于今日内报送。",
        reason: "市政府调度会用数。",
      },
      ...{ approver: leader.openId, until: String(shanghaiTime(day, "18:00")) },
    },
  );
  await desk.take(leader, message.id, "approve");
  await world.settle();
}

/** A figure of a town's report that was checked on site and found wrong, before the ranking. */
export async function findWrong({ desk, who }: Programme, period: PeriodId, town: string): Promise<void> {
  const found = await desk.begin(
    who("city_office"),
    { say: "谁还没报", procedure: "misreport", step: "propose" },
    { town, indicator: "inv", found: "100", reason: `抽查${period}付款凭证，在建工程多算。` },
  );
  await desk.take(who("city_office", "", 1), found.id, "confirm");
}

/** Other weights, tried in private, proposed and adopted by a colleague; they count from the next quarter on. */
export async function reweigh({ desk, who }: Programme, period: PeriodId): Promise<void> {
  const office = who("city_office");
  const form = await desk.press(office, await desk.ask(office, "谁还没报"), `weigh_form__${period}`);
  const now = boxesOf(form);
  const [investment, image] = [Number(now["weight.inv"]), Number(now["weight.img"])];
  const other = { "weight.inv": String(investment - 1), "weight.img": String(image + 1) };
  const tried = await desk.press(office, form, `weigh__${period}`, other);
  await desk.press(office, tried, `propose_scheme__${period}`, other);
  const proposed = (await desk.records("weights")).find(({ state }) => state === "proposed");
  if (!proposed) throw new Error("no weights were proposed");
  await desk.take(who("city_office", "", 1), proposed.id, "adopt");
}

/** A town's official moves on: what is open passes to the successor with the post. */
export async function handOver(played: Programme, town: string, day: string): Promise<void> {
  const { goTo, world, successors } = played;
  await goTo(day);
  const openId = `ou_after_${town}`;
  const post = { role: "town_official", area: town, locale: "zh-CN" } as const;
  const given = await importRoster(
    world.deps,
    [{ line: 1, openId, name: "接任同志", ...post }],
    "test",
    false,
  );
  if (!given.ok) throw new Error(`the post of ${town} was not handed over`);
  successors.set(town, { openId, name: "接任同志", ...post });
  await world.settle();
}
