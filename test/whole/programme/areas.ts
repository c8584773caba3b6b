import type { Programme } from "./start-programme.ts";

// 建设内容台账: what is kept of a town's plans and places, so that the quarter need not ask.

/** Its county enters a plan with its paper, and a place before and after it was put in order. */
export async function keepAreas({ desk, goTo, reviewer }: Programme, town: string, year: number) {
  await goTo(`${year}-11-06`);
  const county = reviewer(town);
  const open = async (area: string, sentence: string) => {
    const known = (await desk.records("area_ledger", { town })).find(({ data }) => data.area === area);
    if (known) return known.id;
    const how = { say: sentence, procedure: "area_ledger", step: "begin" };
    return (await desk.begin(county, how, { town, area })).id;
  };
  const planning = await open("planning", "规划到哪一步了");
  await desk.show(county, planning);
  await desk.take(county, planning, "register", { item: [`planning.${1 + (year % 7)}`], state: "done" });
  const appearance = await open("appearance", "镇容台账");
  const spot = { place: "appearance.2", problems: ["appearance.8"] };
  for (const verdict of ["found", "mended"]) {
    await desk.show(county, appearance);
    await desk.take(county, appearance, "look", { ...spot, verdict, until: "" });
  }
}
