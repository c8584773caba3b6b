import { CRITERIA } from "../../../src/domain/acceptance/marks.ts";
import { later, type Programme } from "./start-programme.ts";

/** The final acceptance of some towns until it is handed to the province; `mends`: has to mend first. */
export async function accept(
  played: Programme,
  towns: readonly string[],
  day: string,
  mends: string,
): Promise<void> {
  const { desk, goTo, who, official, reviewer } = played;
  const [office, clerk, housing] = [
    who("city_office"),
    who("city_office", "", 1),
    who("department", "housing"),
  ];
  const applied = await goTo(day);
  const ids: Array<{ slug: string; id: string }> = [];
  for (const slug of towns) {
    const begun = await desk.begin(
      reviewer(slug),
      { say: "验收到哪一步了", procedure: "acceptance", step: "begin" },
      { town: slug },
    );
    await desk.show(reviewer(slug), begun.id);
    const summary = "古镇风貌修复完成，游客中心建成。";
    await desk.take(reviewer(slug), begun.id, "apply", { checklist: [...CRITERIA], summary });
    ids.push({ slug, id: begun.id });
  }
  await goTo(later(applied, 2));
  const on = later(applied, 5);
  const arrange = (id: string, day: string) =>
    desk.take(office, id, "arrange", { team: [clerk.openId, housing.openId], on: day });
  const mark = async (id: string, marks: Record<string, string> = {}) => {
    const all = { ...Object.fromEntries(CRITERIA.map((one) => [one, "85"])), ...marks, opinion: "" };
    await desk.take(clerk, id, "mark", all);
    await desk.take(housing, id, "mark", all);
  };
  for (const { id } of ids) await arrange(id, on);
  await goTo(on, "15:00");
  for (const { slug, id } of ids) await mark(id, slug === mends ? { ecology: "50" } : {});
  await goTo(later(on, 1));
  for (const { slug, id } of ids)
    await (slug === mends
      ? desk.take(office, id, "mend", { lacks: "河道垃圾清理不彻底。", until: later(on, 12) })
      : desk.take(office, id, "pass", { decision: "五项目标均已达到，同意通过。" }));
  const again = ids.find(({ slug }) => slug === mends);
  if (again) {
    await goTo(later(on, 8));
    await desk.show(official(again.slug), again.id);
    await desk.take(official(again.slug), again.id, "report", { done: "已清理河道，落实保洁。" });
    await goTo(later(on, 10));
    await arrange(again.id, later(on, 10));
    await mark(again.id);
    await desk.take(office, again.id, "pass", { decision: "五项目标均已达到，同意通过。" });
  }
  const handed = await goTo(later(on, 11));
  for (const { id } of ids) {
    await desk.take(office, id, "pack");
    await desk.take(office, id, "submit", { handed, number: "吕特镇办〔2025〕9号" });
  }
}

/** The province's answer to some towns; their stages move with it. */
export async function nameTowns(played: Programme, towns: readonly string[], day: string): Promise<void> {
  const { desk, goTo, who } = played;
  const office = who("city_office");
  await goTo(day);
  for (const slug of towns) {
    const [own] = await desk.records("acceptance", { town: slug });
    if (!own) throw new Error(`no acceptance of ${slug}`);
    await desk.show(office, own.id);
    await desk.take(office, own.id, "named", {
      answer: "同意命名为省级特色小镇。",
      reply: "晋建村字〔2025〕88号",
    });
  }
}

/** A town that is named bids for the nation: its county hands in the papers and proposes the stage, the office confirms. */
export async function bidForNation(
  { desk, goTo, who, reviewer, world }: Programme,
  town: string,
  day: string,
): Promise<void> {
  const [record] = await desk.records("stage", { town });
  if (!record) throw new Error(`${town} has no stage`);
  const stage = "applying_nation";
  const { papers = [], checklist = [] } = world.deps.programme.stages.get(stage) ?? {};
  const named = (listed: readonly { id: string }[]) => listed.map(({ id }) => `${stage}.${id}`);
  const by = reviewer(town);
  const proposed = await goTo(day);
  await desk.show(by, record.id);
  await desk.take(by, record.id, "hand_in", { papers: named(papers) });
  const conditions = { checklist: named(checklist) };
  await desk.take(by, record.id, "propose", { stage, why: "县政府常务会议", since: "", ...conditions });
  await goTo(later(proposed, 1));
  await desk.take(who("city_office"), record.id, "confirm");
}
