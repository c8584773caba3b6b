import { sql } from "drizzle-orm";
import { putChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import { putPlan } from "../../../db/periods.ts";
import { putPerson } from "../../../db/roster.ts";
import { outbox } from "../../../db/schema.ts";
import { drainOutbox } from "../../bot/outbox/drain-outbox.ts";
import { openPeriod } from "../../bot/quarter/open-period.ts";
import { announceProvisional } from "../../bot/quarter/provisional.ts";
import { publish } from "../../bot/quarter/publish.ts";
import { changeReport } from "../../bot/report/change-report.ts";
import { loadBasis } from "../../bot/report/load-report-contexts.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import { countyOf, townBySlug } from "../../domain/programme/programme.ts";
import { withDeputies } from "../../domain/programme/roster.ts";
import type { Command } from "../../domain/report/command.ts";
import { IMAGE, INVESTMENT } from "../../domain/report/content.ts";
import type { Demo } from "./demo-file.ts";
import { figureInputs } from "./figure-inputs.ts";
import { seedTasks } from "./seed-tasks.ts";

const HOUR = 3_600_000;

/**
 * Fills an empty database with the demo through the product's own use cases: people, groups, plans, published quarters,
 * year tasks, and the running quarter. Messages of earlier quarters are not sent; those of the running one are.
 */
export async function seedDemo(deps: Deps, demo: Demo): Promise<void> {
  await seedHistory(deps, demo);
  await seedTasks(deps, demo);
  await discardMessages(deps);
  const { period, opened, stages } = demo.current;
  await openPeriod({ ...deps, clock: { now: () => opened } }, period, "demo", []);
  await drainOutbox(deps);
  let at = opened + HOUR;
  for (const [town, stage] of Object.entries(stages)) {
    await report({ ...deps, clock: { now: () => at } }, demo, period, town, stage, { [IMAGE]: 1 });
    at += HOUR / 2;
  }
  await drainOutbox(deps);
}

/** People, groups, plans and the published quarters, before the current quarter opens. Nothing is sent. */
export async function seedHistory(deps: Deps, demo: Demo): Promise<void> {
  await settle(deps, demo);
  for (const quarter of demo.history) {
    const at = (ms: number): Deps => ({ ...deps, clock: { now: () => ms } });
    await openPeriod(at(quarter.opened), quarter.period, "demo", []);
    for (const town of Object.keys(demo.figures[quarter.period] ?? {})) {
      const submitted = at(quarter.late[town] ?? quarter.submitted);
      const photos = quarter.withoutPhoto.includes(town) ? {} : { [IMAGE]: 1 };
      await report(submitted, demo, quarter.period, town, "approved", photos);
    }
    if (deps.programme.objection) {
      const announced = await announceProvisional(at(quarter.announced), quarter.period, "demo");
      if (!announced.ok) throw new Error(`${quarter.period} cannot be announced: ${announced.reason}`);
    }
    const published = await publish(at(quarter.published), quarter.period, "demo");
    if (!published.ok) throw new Error(`${quarter.period} cannot be published: ${published.reason}`);
  }
  await discardMessages(deps);
}

/** Discards messages from before the demo's start. */
async function discardMessages({ db }: Deps): Promise<void> {
  await db.update(outbox).set({ status: "superseded" }).where(sql`${outbox.status} = 'pending'`);
}

async function settle(deps: Deps, demo: Demo): Promise<void> {
  const people = demo.people.map(
    ({ openId, name, role, area, locale }): Person => ({ openId, name, role, area, locale }),
  );
  const plans = Object.entries(demo.plans).flatMap(([year, towns]) =>
    Object.entries(towns).map(([town, plan]) => putPlan(deps.db, Number(year), town, plan)),
  );
  const groups = demo.groups.map(({ chatId, name, kind, area }) =>
    putChat(deps.db, { chatId, name, kind, area, at: deps.clock.now() }),
  );
  const writes = [...withDeputies(people).map((person) => putPerson(deps.db, person)), ...plans, ...groups];
  await commit(
    deps.db,
    { audit: { actor: "demo", kind: "demo.settle", subject: "demo" }, writes },
    deps.clock.now(),
  );
}

async function report(
  deps: Deps,
  demo: Demo,
  period: PeriodId,
  slug: string,
  stage: "draft" | "submitted" | "returned" | "approved",
  photos: Record<string, number>,
): Promise<void> {
  const figures = demo.figures[period]?.[slug];
  const town = townBySlug(deps.programme, slug);
  const official = demo.people.find((p) => p.role === "town_official" && p.area === slug);
  const county = town && countyOf(deps.programme, town).slug;
  const reviewer = demo.people.find((p) => p.role === "county_reviewer" && p.area === county);
  if (!figures || !official || !reviewer) throw new Error(`the demo knows no figures or people for ${slug}`);
  const inputs = figureInputs(figures, await loadBasis(deps, period, slug));
  const raw =
    stage === "draft"
      ? Object.fromEntries(Object.entries(inputs).filter(([key]) => key.startsWith(INVESTMENT)))
      : inputs;
  const act = (actor: Person, command: Command) =>
    changeReport(deps, period, slug, [command], { actor, inbox: [] });
  await act(official, { kind: "save", raw, section: INVESTMENT, baseRevision: 1 });
  if (stage === "draft") return;
  const submitted = await act(official, { kind: "submit", photos, withoutPhotos: true });
  const baseRevision = submitted.kind === "unknown" ? 0 : (submitted.context.report.submittedRevision ?? 0);
  if (stage === "approved") await act(reviewer, { kind: "approve", baseRevision });
  if (stage === "returned") {
    const cells = [`${INVESTMENT}/cumulative`, `${INVESTMENT}/source.private`];
    const reason = "民间资本请按已完成工程量重新核对，与监理月报保持一致。";
    await act(reviewer, { kind: "return", cells, reason, baseRevision });
  }
}
