import { and, eq, not, type SQL, sql } from "drizzle-orm";
import { putChat } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import { putPlan } from "../../../db/periods.ts";
import { putPerson } from "../../../db/roster.ts";
import { outbox } from "../../../db/schema.ts";
import { planDigest } from "../../bot/digests/plan-digest.ts";
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
import { reportId } from "../../domain/report/report.ts";
import type { Demo } from "./demo-file.ts";
import { figureInputs } from "./figure-inputs.ts";
import { actsOf, type Seed } from "./seed-acts.ts";
import { seedPhoto } from "./seed-photo.ts";
import { seedTask } from "./seed-tasks.ts";

const HOUR = 3_600_000;

/** Sends what is queued as if it were `ms`. */
type Tell = (ms: number) => Promise<void>;

/**
 * Fills an empty database with the demo through the product's own use cases: people, groups, plans, published quarters,
 * year tasks, and the running quarter. Every message is sent at its own time, to which `pass` moves the platform's
 * clock; of earlier quarters and of the tasks only what groups and departments got, of other steps what the demo says.
 */
export async function seedDemo(deps: Deps, demo: Demo, pass: (ms: number) => void = () => {}): Promise<void> {
  const tell: Tell = async (ms) => {
    pass(ms);
    await drainOutbox(timed(deps, ms));
  };
  await seedHistory(deps, demo, tell);
  for (const task of [...demo.tasks].sort((a, b) => a.reported - b.reported)) {
    await seedTask(deps, demo, task);
    await discardMessages(deps, sql`${outbox.to} like 'department %'`);
    await tell(task.reported);
  }
  const running = [...actsOf(deps, demo), ...currentOf(deps, demo)].toSorted((a, b) => a.at - b.at);
  for (const { at, take, told } of running) {
    await take();
    if (!told) await discardMessages(deps, eq(outbox.kind, "event"));
    await tell(at);
  }
  pass(deps.clock.now());
}

/** People, groups, plans and the published quarters. Nothing is sent, but for what groups get where `tell` is given. */
export async function seedHistory(deps: Deps, demo: Demo, tell?: Tell): Promise<void> {
  await settle(deps, demo);
  for (const quarter of demo.history) {
    const at = (ms: number): Deps => timed(deps, ms);
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
    await discardMessages(deps);
    const published = await publish(at(quarter.published), quarter.period, "demo");
    if (!published.ok) throw new Error(`${quarter.period} cannot be published: ${published.reason}`);
    await discardMessages(deps, tell && eq(outbox.toType, "chat_id"));
    await tell?.(quarter.published);
  }
}

/** The running quarter: its opening, the reports so far, and the newest digest. */
function currentOf(deps: Deps, demo: Demo): Seed[] {
  const { period, opened, stages, digest } = demo.current;
  const seed = (at: number, take: (then: Deps) => Promise<unknown>): Seed => ({
    ...{ at, told: true, take: () => take(timed(deps, at)) },
  });
  const reports = Object.entries(stages).map(([town, stage], n) =>
    seed(opened + HOUR + (n * HOUR) / 2, (then) => report(then, demo, period, town, stage, { [IMAGE]: 1 })),
  );
  const sendDigest = async (then: Deps) => {
    const { writes, outbox } = await planDigest(then, "weekly", digest.week);
    const audit = { actor: "demo", kind: "run.digest_weekly", subject: digest.week };
    await commit(deps.db, { audit, writes, outbox }, digest.at);
  };
  return [
    seed(opened, (then) => openPeriod(then, period, "demo", [])),
    ...reports,
    seed(digest.at, sendDigest),
  ];
}

function timed(deps: Deps, ms: number): Deps {
  return { ...deps, clock: { now: () => ms } };
}

/** Discards messages that nobody of the demo got, but those to `kept`. */
async function discardMessages({ db }: Deps, kept?: SQL): Promise<void> {
  const pending = eq(outbox.status, "pending");
  await db
    .update(outbox)
    .set({ status: "superseded" })
    .where(kept === undefined ? pending : and(pending, not(kept)));
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
  // Nobody looks at the photos of the earlier quarters, and drawing them would delay the start.
  if (period === demo.current.period)
    for (const section of Object.keys(photos))
      await seedPhoto(deps, reportId(period, slug), section, official.openId);
  const submitted = await act(official, { kind: "submit", photos, withoutPhotos: true });
  const baseRevision = submitted.kind === "unknown" ? 0 : (submitted.context.report.submittedRevision ?? 0);
  if (stage === "approved") await act(reviewer, { kind: "approve", baseRevision });
  if (stage === "returned") {
    const cells = [`${INVESTMENT}/cumulative`, `${INVESTMENT}/source.private`];
    const reason = "民间资本请按已完成工程量重新核对，与监理月报保持一致。";
    await act(reviewer, { kind: "return", cells, reason, baseRevision });
  }
}
