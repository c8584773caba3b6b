import { placeCard, schemeCard } from "../../../cards/ask/about.ts";
import { waitingCard, wholeCard } from "../../../cards/ask/whole.ts";
import { asOf } from "../../../cards/living/living.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { latestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { naming } from "../../domain/pack/naming.ts";
import { isOff } from "../../domain/procedure/definition.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import { rankingOf } from "../../domain/ranking/publication.ts";
import { townStates } from "../quarter/progress.ts";
import { currentScheme, schemeOf } from "../quarter/scheme.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import { reviewingCounties, reviews } from "../roster/people.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { programmeIn } from "../stages/still-in.ts";

// Answers about the programme as a whole and about what a town is, apart from its figures.

/** "全市怎么样": of the quarter being reported and the last one published. */
export async function answerOverview(deps: Deps, asker: Asker): Promise<Reply> {
  const { locale } = asker.person;
  const [row, publication] = await Promise.all([latestPeriod(deps.db), latestPublication(deps.db)]);
  if (!row) return { text: replyText(locale).noOpenPeriod() };
  const now = deps.clock.now();
  const card = wholeCard({
    programme: deps.programme,
    quarter: timetable(row.id, deps.programme, row, now),
    rows: await townStates(deps, row.id, await townsIn(deps, asker, row.id)),
    ranking: publication && rankingOf(publication, deps.programme),
    locale,
  });
  return { card: asOf(card, now, locale), stands: { kind: "overview", subject: row.id } };
}

/** "哪些县还没审", "退回的改了没": the reports that wait. Some are not public, so in private. */
export async function answerWaiting(deps: Deps, asker: Asker): Promise<Reply> {
  const { person, chat } = asker;
  const { locale, role } = person;
  if (chat !== null) return { text: noticeText[locale].inPrivate };
  const row = await latestPeriod(deps.db);
  if (!row) return { text: replyText(locale).noOpenPeriod() };
  const [rows, reviewing] = await Promise.all([
    townStates(deps, row.id, await townsIn(deps, asker, row.id)),
    reviewingCounties(deps),
  ]);
  const next = rows.find(
    ({ town, state }) => state === "submitted" && reviews(person, town, deps.programme, reviewing),
  );
  const now = deps.clock.now();
  const card = waitingCard({
    programme: deps.programme,
    quarter: timetable(row.id, deps.programme, row, now),
    rows,
    own: role === "town_official",
    next: next?.town ?? null,
    locale,
  });
  return { card: asOf(card, now, locale), stands: { kind: "overview", subject: row.id } };
}

/** The towns the quarter asks, as far as the asker may see them. */
async function townsIn(deps: Deps, asker: Asker, period: PeriodId): Promise<Town[]> {
  const visible = visibleTowns(deps, asker);
  return (await programmeIn(deps, period)).towns.filter(({ slug }) => visible.has(slug));
}

/** "分是怎么算的": by the scheme of the quarter named, else by the present one. */
export async function answerScheme(deps: Deps, { person }: Asker, period?: PeriodId): Promise<Reply> {
  const published = await latestPublication(deps.db);
  const card = schemeCard({
    programme: deps.programme,
    scheme: period ? await schemeOf(deps, period) : await currentScheme(deps),
    published: published?.period ?? null,
    locale: person.locale,
  });
  return { card, stands: { kind: "about", subject: "" } };
}

/** "定位是什么". */
export function answerPlace({ programme }: Deps, { person, chat }: Asker, towns: Town[]): Reply {
  const mayChange = person.role === "city_office" && chat === null && !isOff(naming, programme);
  const card = placeCard({ programme, towns, mayChange, locale: person.locale });
  return { card, stands: { kind: "about", subject: "" } };
}
