import { causeId } from "../../../../db/outbox.ts";
import { loadPlans } from "../../../../db/periods.ts";
import { allPublications } from "../../../../db/publications.ts";
import { listRecords } from "../../../../db/records.ts";
import { sha256 } from "../../../../db/sha256.ts";
import type { Deps } from "../../../deps.ts";
import { yearOf } from "../../../domain/calendar/period.ts";
import { addDays, shanghaiDay, shanghaiTime } from "../../../domain/calendar/shanghai-time.ts";
import { addWorkingDays } from "../../../domain/calendar/working-days.ts";
import { settledOf } from "../../../domain/procedure/annual.ts";
import { openAside } from "../../../domain/procedure/aside.ts";
import {
  assessment,
  isAssessed,
  type KnownYear,
  ownResult,
  TOWN_AND_COUNTY,
} from "../../../domain/procedure/assessment.ts";
import { addressesOf } from "../../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../../domain/procedure/record.ts";
import { countyOf, type Programme, townBySlug } from "../../../domain/programme/programme.ts";
import { yearTask } from "../../../domain/task/year-task.ts";
import { type OwnResult, type Settled, settle, settledText } from "../../../domain/year/settled.ts";
import { personOf } from "../../roster/people.ts";
import { awayTowns } from "../../stages/still-in.ts";
import { yearOfTowns } from "../../year/annual.ts";
import { type Along, alongWith } from "./along.ts";
import type { Effect, Followed, Given, Taking } from "./effect.ts";

/** Working days in which towns and counties may object to the draft. */
const OBJECTION_DAYS = 5;

/** Whether the year has a published quarter, so that there is something to assess. */
export const yearKnown: Given = async (deps, { about: { ref } }) => ({
  known: (await allPublications(deps.db)).some(({ period }) => yearOf(period) === Number(ref)),
});

/** The draft as the records give it now, who has not assessed themselves, and when objections end. */
export const draftNow: Given = async (deps, { about: { ref } }) => {
  const [result, records] = await Promise.all([resultOf(deps, ref), townRecords(deps, ref)]);
  const last = addWorkingDays(shanghaiDay(deps.clock.now()), OBJECTION_DAYS);
  return {
    result,
    missing: records.filter((one) => !isAssessed(one)).map(({ town }) => town),
    closes: last.known ? shanghaiTime(addDays(last.day, 1), "00:00") : null,
  };
};

/** The result now, for freezing or a correction, and the objections without an answer. */
export const resultNow: Given = async (deps, { about: { ref } }) => {
  const [result, records] = await Promise.all([resultOf(deps, ref), townRecords(deps, ref)]);
  const unanswered = records.filter((one) => openAside(assessment, one, "objection") !== null).length;
  return { result, proposed: result, unanswered };
};

async function resultOf(deps: Deps, year: string): Promise<Settled | null> {
  const settled = settle(await yearOfTowns(deps, Number(year)), deps.programme.grades);
  return settled && { ...settled, hash: sha256(settledText(settled)) };
}

/** The records of the year's towns; another year's have another `ref`. */
async function townRecords({ db }: Pick<Deps, "db">, year: string): Promise<ProcedureRecord[]> {
  return (await listRecords(db, { procedure: assessment.id })).filter(({ ref }) => ref === year);
}

/** What is known of the town's year from other records. */
export const townYearKnown: Given = async (deps, { about: { ref, town } }) => ({
  known: (await knownYears(deps, ref)).get(town) ?? null,
});

async function knownYears(deps: Deps, year: string): Promise<Map<string, KnownYear>> {
  const [table, plans, tasks, published] = await Promise.all([
    yearOfTowns(deps, Number(year)),
    loadPlans(deps.db, Number(year)),
    listRecords(deps.db, { procedure: yearTask.id }),
    allPublications(deps.db),
  ]);
  const inputs = published.findLast(({ period }) => yearOf(period) === Number(year))?.inputs.table.rows;
  const ofYear = tasks.filter(
    ({ state, data }) => state !== "withdrawn" && String(data.due).startsWith(`${year}-`),
  );
  return new Map(
    table.towns.map(({ town: { slug }, quarters }) => {
      const own = ofYear.filter(({ town }) => town === slug);
      return [
        slug,
        {
          quarters: [...quarters],
          plan: plans.get(slug)?.investment ?? null,
          invested: inputs?.find(({ id }) => id === slug)?.values.invested ?? null,
          tasks: own.length,
          closed: own.filter(({ state }) => state === "closed").length,
        },
      ];
    }),
  );
}

/** Opens every town's record: its county is asked for the self-assessment. */
export const openTowns: Effect = async (deps, { after }) => {
  const known = await knownYears(deps, after.ref);
  const away = await awayTowns(deps);
  const steps = deps.programme.towns.flatMap(({ slug }): Along[] => {
    if (away.get(slug) === "left") return [];
    const id = causeId(`assessment ${after.id} ${slug}`).slice(0, 16);
    const origin = { id, town: slug, period: "", ref: after.ref };
    const of = known.get(slug);
    return of ? [{ step: "open", values: { known: of }, origin }] : [];
  });
  return taken(deps, after, steps);
};

/** Every town and county gets its own part of the draft. */
export const draftTowns: Effect = async (deps, taking) => {
  const closes = Number(taking.after.data.closes);
  return leadOn(deps, taking, "draft", () => ({ closes }));
};

export const freezeTowns: Effect = (deps, taking) => leadOn(deps, taking, "freeze");

/** Towns and counties whose result is another than that of the draft are told. */
export const tellChanged: Effect = async ({ programme }, { before, after }) =>
  before && JSON.stringify(ownResult(before)) === JSON.stringify(ownResult(after))
    ? {}
    : { tells: TOWN_AND_COUNTY.flatMap((post) => addressesOf(post, after, programme)) };

/** Only towns and counties whose result changes are told of a correction. */
export const correctTowns: Effect = (deps, taking) =>
  leadOn(deps, taking, "correct", () => ({ why: String(taking.after.data.why ?? "") }));

async function leadOn(
  deps: Deps,
  { after }: Taking,
  step: "draft" | "freeze" | "correct",
  more: () => Record<string, number | string> = () => ({}),
): Promise<Followed> {
  const settled = settledOf(after);
  if (!settled) return {};
  const records = await townRecords(deps, after.ref);
  const steps = records.flatMap((record): Along[] => {
    const result = partOf(settled, record.town, deps.programme);
    if (!result) return [];
    if (step === "correct" && JSON.stringify(ownResult(record)) === JSON.stringify(result)) return [];
    return [{ step, values: { result, ...more() }, record }];
  });
  return taken(deps, after, steps);
}

function partOf({ towns, counties }: Settled, slug: string, programme: Programme): OwnResult | null {
  const own = towns.find(({ town }) => town === slug);
  const town = townBySlug(programme, slug);
  if (!own || !town) return null;
  const county = countyOf(programme, town).slug;
  return { own, county: counties.find((one) => one.county === county) ?? null };
}

async function taken(deps: Deps, after: ProcedureRecord, steps: readonly Along[]): Promise<Followed> {
  const actor = await personOf(deps, after.log.at(-1)?.by ?? "");
  return actor ? alongWith(deps, assessment.id, steps, actor) : {};
}
