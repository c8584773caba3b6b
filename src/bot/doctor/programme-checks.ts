import { nameOf, townName } from "../../../cards/names.ts";
import { doctorText } from "../../../cards/text/doctor.ts";
import { postText } from "../../../cards/text/posts.ts";
import { boundChats } from "../../../db/chats.ts";
import { loadPlans } from "../../../db/periods.ts";
import { listPeople } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt, yearOf } from "../../domain/calendar/period.ts";
import { shanghaiDay, shanghaiYear } from "../../domain/calendar/shanghai-time.ts";
import { isYearKnown } from "../../domain/calendar/working-days.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Locale, Role } from "../../domain/programme/people.ts";
import { FeishuRefused } from "../../feishu/feishu-error.ts";

// The programme: who holds which post, which groups are bound, what is known of the year.

/** From mid-November the next year's holidays are announced. */
const ANNOUNCED = 11;

export async function ofProgramme(deps: Deps, locale: Locale): Promise<Finding[]> {
  return Promise.all([posts(deps, locale), groups(deps, locale), calendar(deps), plan(deps, locale)]);
}

/** `n`: people on the roster. `names`: the posts nobody holds. */
async function posts({ db, programme }: Deps, locale: Locale): Promise<Finding> {
  const people = await listPeople(db);
  const held = new Set(people.map(({ role, area }) => `${role} ${area}`));
  const { posts: words } = postText(locale);
  const nobody = (role: Role, area: string, place: string) =>
    held.has(`${role} ${area}`) ? [] : [words[role](place)];
  const names = [
    ...nobody("city_office", "", nameOf(programme.office, locale)),
    ...nobody("leader", "", ""),
    ...programme.counties.flatMap((county) => nobody("county_reviewer", county.slug, nameOf(county, locale))),
    ...programme.towns.flatMap((town) => nobody("town_official", town.slug, townName(town, locale))),
  ];
  const state = names.length > 0 ? "todo" : "fine";
  return { check: "posts", state, n: people.length, names };
}

const KINDS = ["leading_group", "all_towns", "office"] as const;

/** `n`: groups bound. `names`: those that are not, and those the bot is no longer in. */
async function groups(deps: Deps, locale: Locale): Promise<Finding> {
  const bound = await boundChats(deps.db);
  const { groups: words } = doctorText(locale);
  const lacking = KINDS.filter((kind) => !bound.some((chat) => chat.kind === kind)).map(
    (kind) => words[kind],
  );
  const counties = deps.programme.counties
    .filter(({ slug }) => !bound.some(({ kind, area }) => kind === "county" && area === slug))
    .map((county) => words.county(nameOf(county, locale)));
  const left = deps.config.secrets
    ? await Promise.all(bound.map(async (chat) => ((await isLost(deps, chat.chatId)) ? [chat.name] : [])))
    : [];
  const lost = left.flat().map((name) => words.left(name));
  const names = [...lacking, ...counties, ...lost];
  return { check: "groups", state: names.length > 0 ? "todo" : "fine", n: bound.length, names };
}

/** The platform knows no such group, or the bot is not in it. */
async function isLost({ feishu }: Deps, chatId: string): Promise<boolean> {
  try {
    await feishu.chatName(chatId);
    return false;
  } catch (error) {
    return error instanceof FeishuRefused && /^(?:232|230002)/.test(String(error.code));
  }
}

/** `names`: the years whose holidays are unknown. */
async function calendar({ clock }: Deps): Promise<Finding> {
  const now = clock.now();
  const year = shanghaiYear(now);
  const month = Number(shanghaiDay(now).slice(5, 7));
  const wanted = month >= ANNOUNCED ? [year, year + 1] : [year];
  const names = wanted.filter((one) => !isYearKnown(one)).map(String);
  return { check: "calendar", state: names.length > 0 ? "todo" : "fine", n: year, names };
}

/** `n`: the year. `names`: the towns without its plan. */
async function plan({ db, clock, programme }: Deps, locale: Locale): Promise<Finding> {
  const year = yearOf(quarterAt(clock.now()));
  const plans = await loadPlans(db, year);
  const names = programme.towns.filter(({ slug }) => !plans.has(slug)).map((town) => townName(town, locale));
  return { check: "plan", state: names.length > 0 ? "todo" : "fine", n: year, names };
}
