import { nameOf, periodName } from "../../../../cards/names.ts";
import { causeId } from "../../../../db/outbox.ts";
import { allPublications, findPublication } from "../../../../db/publications.ts";
import { listRecords } from "../../../../db/records.ts";
import { holders } from "../../../../db/roster.ts";
import type { Deps } from "../../../deps.ts";
import { parsePeriod } from "../../../domain/calendar/period.ts";
import { accountability, asEarlier } from "../../../domain/oversight/accountability.ts";
import { advancedCounties } from "../../../domain/oversight/commendation.ts";
import { type HonoursList, listedTowns } from "../../../domain/oversight/honours.ts";
import { listing } from "../../../domain/oversight/listing.ts";
import { candidatesOf } from "../../../domain/oversight/listing-rule.ts";
import { annual, settledOf } from "../../../domain/procedure/annual.ts";
import { placeChoice } from "../../../domain/procedure/place-choice.ts";
import { townBySlug } from "../../../domain/programme/programme.ts";
import type { Publication } from "../../../domain/ranking/publication.ts";
import { personOf } from "../../roster/people.ts";
import { alongWith } from "./along.ts";
import type { Effect, Given } from "./effect.ts";

/** The measures the chosen unit was told of earlier, the oldest first. */
export const earlierMeasures: Given = async (deps, { record, typed }) => {
  const to = record?.data.to ?? typed.to;
  const all = await listRecords(deps.db, { procedure: accountability.id });
  const earlier = all.filter(({ id, data }) => data.to === to && id !== record?.id);
  return { before: earlier.flatMap((one) => asEarlier(one) ?? []) };
};

/** The head of the town or county is told as well, where the roster names one. */
export const tellHead: Effect = async (deps, { after }) => {
  const [kind, area = ""] = String(after.data.to).split(".");
  const role = kind === "town" ? "town_principal" : kind === "county" ? "county_principal" : null;
  if (role === null || (await holders(deps.db, role, area)).length === 0) return {};
  return { tells: [{ role, area }] };
};

/** The list that follows from the published result of the chosen quarter, by default the newest. */
export const listByRule: Given = async (deps, { record, typed }) => {
  const published = (await allPublications(deps.db)).toReversed();
  const wanted = record?.data.quarter ?? typed.quarter ?? published[0]?.period;
  const publication = published.find(({ period }) => period === wanted);
  const list = publication ? await listOf(deps, publication) : null;
  const black = (list?.towns ?? []).filter(({ list: on }) => on === "black");
  return {
    quarters: published.map(({ period }) => ({
      ...{ id: period, name: periodName(period, "zh-CN"), nameEn: periodName(period, "en") },
    })),
    list,
    choices: black.flatMap(({ town }) => {
      const found = townBySlug(deps.programme, town);
      return found ? [{ id: town, name: nameOf(found, "zh-CN"), nameEn: nameOf(found, "en") }] : [];
    }),
  };
};

/** The counties that a year's frozen result puts forward; `about.ref` is the year. */
export const advancedByRule: Given = async (deps, { about: { ref } }) => {
  const years = await listRecords(deps.db, { procedure: annual.id, states: ["frozen"] });
  const year = years.find((one) => one.ref === ref);
  const settled = year ? settledOf(year) : null;
  const counties = settled ? advancedCounties(settled) : [];
  const named = deps.programme.counties.filter(({ slug }) => counties.some(({ county }) => county === slug));
  return {
    list: settled && { counties, hash: settled.hash },
    choices: named.map(placeChoice),
  };
};

async function listOf(deps: Deps, { period, result, hash }: Publication): Promise<HonoursList> {
  const earlier = await listRecords(deps.db, { procedure: listing.id });
  const timesOf = (town: string, list: string) =>
    earlier.filter((one) => one.town === town && one.state === list && one.period < period).length + 1;
  return {
    towns: candidatesOf(result.rows).map((one) => ({ ...one, times: timesOf(one.town, one.list) })),
    hash,
  };
}

/** Each listed town gets a record of its own; those exempt get none. */
export const listTowns: Effect = async (deps, { after }) => {
  const { by = "" } = after.log.at(-1) ?? {};
  const actor = await personOf(deps, by);
  const period = parsePeriod(String(after.data.quarter));
  if (!actor || !period || !(await findPublication(deps.db, period))) return {};
  const decision = String(after.data.decision);
  const steps = listedTowns(after).map(({ town, list, rank, score, times }) => ({
    step: list === "red" ? "praise" : "criticise",
    values: { place: { rank, score, times, decision } },
    origin: { id: causeId(`listing ${after.id} ${town}`).slice(0, 16), town, period, ref: after.id },
  }));
  return alongWith(deps, listing.id, steps, actor);
};
