import { listRecords } from "../../../db/records.ts";
import { later, type Programme } from "./start-programme.ts";

/** A visit of the quarter to every town; one is to mend something, does, and it is looked at again. */
export async function inspect(played: Programme, day: string, mends: string): Promise<void> {
  const { desk, goTo, towns, who, official, reviewer, world } = played;
  const [office, housing] = [who("city_office"), who("department", "housing")];
  const planned = await goTo(day);
  const from = later(planned, 3);
  const visit = await desk.begin(
    office,
    { say: "督查情况", procedure: "visit", step: "plan" },
    { towns: towns.map(({ slug }) => slug), order: "", from, to: later(from, 2), team: [housing.openId] },
  );
  await goTo(from, "15:00");
  for (const { slug } of towns) {
    if (slug === mends) await desk.show(housing, visit.id);
    const note =
      slug === mends ? { verdict: "mend", what: "停车场围挡倒塌" } : { verdict: "nothing", what: "" };
    await desk.take(housing, visit.id, "note", { place: slug, ...note });
  }
  await goTo(later(from, 3));
  await desk.take(housing, visit.id, "finish", { summary: "总体平稳。" });
  const [found] = (await listRecords(world.deps.db, { procedure: "rectification" })).filter(
    ({ ref }) => ref === visit.id,
  );
  if (!found) throw new Error("nothing was found");
  await desk.take(reviewer(mends), found.id, "order", { until: later(from, 10), demand: "先设围挡" });
  await goTo(later(from, 7));
  await desk.show(official(mends), found.id);
  await desk.take(official(mends), found.id, "report", { done: "围挡已重新设置。" });
  await goTo(later(from, 9));
  await desk.take(office, found.id, "close", { seen: "" });
}
