import { placeCard, schemeCard } from "../../../cards/ask/about.ts";
import { type WaitingRecord, waitingCard, wholeCard } from "../../../cards/ask/whole.ts";
import { asOf } from "../../../cards/living/living.ts";
import { recordTitle } from "../../../cards/record/facts.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { latestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { owed } from "../../domain/procedure/owed.ts";
import { holdsAddress } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import { rankingOf } from "../../domain/ranking/publication.ts";
import { recordsOf } from "../procedures/lists.ts";
import { kitFor } from "../procedures/record-view.ts";
import { townStates } from "../quarter/progress.ts";
import { currentScheme, schemeOf } from "../quarter/scheme.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import { reviewingCounties, reviews } from "../roster/people.ts";
import type { Reply } from "../sending/enqueue-message.ts";

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
    rows: await townStates(deps, row.id, townsIn(deps, asker)),
    ranking: publication && rankingOf(publication, deps.programme),
    locale,
  });
  return { card: asOf(card, now, locale), stands: { kind: "overview", subject: row.id } };
}

/** "待审核", "退回的改了没", "我的待办": reports that wait, and how many records do. One's own, so in private. */
export async function answerWaiting(deps: Deps, asker: Asker): Promise<Reply> {
  const { person, chat } = asker;
  const { locale, role } = person;
  if (chat !== null) return { text: noticeText[locale].inPrivate };
  const row = await latestPeriod(deps.db);
  if (!row) return { text: replyText(locale).noOpenPeriod() };
  const [rows, records, reviewing] = await Promise.all([
    townStates(deps, row.id, townsIn(deps, asker)),
    recordsOf(deps, person),
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
    records: records.map((record) => ownRecord(deps, person, record)),
    locale,
  });
  return { card: asOf(card, now, locale), stands: { kind: "overview", subject: row.id } };
}

function townsIn(deps: Deps, asker: Asker): Town[] {
  const visible = visibleTowns(deps, asker);
  return deps.programme.towns.filter(({ slug }) => visible.has(slug));
}

/** A record of one's own: its title, and by when one owes a step, if one does. */
function ownRecord(deps: Deps, person: Person, record: ProcedureRecord): WaitingRecord {
  const { programme } = deps;
  const kit = kitFor(deps, record);
  const mine = owed(kit.definition, record, programme).filter(({ to }) => holdsAddress(person, to));
  return {
    title: recordTitle({ programme, kit, record, locale: person.locale }),
    owes: mine.length > 0,
    due: mine.map(({ due }) => due).find((due) => due !== null) ?? null,
  };
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
export function answerPlace({ programme }: Deps, { person }: Asker, towns: Town[]): Reply {
  const card = placeCard({ programme, towns, locale: person.locale });
  return { card, stands: { kind: "about", subject: "" } };
}
