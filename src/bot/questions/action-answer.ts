import { toDoCard } from "../../../cards/ask/to-do.ts";
import { bulletinOffer } from "../../../cards/bulletin/offer.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { findPublication, latestPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { bulletin as definition } from "../../domain/bulletin/bulletin.ts";
import { quarterAt } from "../../domain/calendar/period.ts";
import { accountability } from "../../domain/oversight/accountability.ts";
import { isOff } from "../../domain/procedure/definition.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import type { Person, Role } from "../../domain/programme/people.ts";
import type { ChatAction } from "../../domain/question/action-words.ts";
import type { Intent } from "../../domain/question/intent.ts";
import type { Publication } from "../../domain/ranking/publication.ts";
import { reportId } from "../../domain/report/report.ts";
import { progressSubject } from "../quarter/progress.ts";
import { waitingReview } from "../report/waiting-review.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import { reviewersOf } from "../roster/people.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** Who may do it; nobody named: everybody. The card it is done on decides again, from the roster. */
const MAY: Partial<Record<ChatAction, readonly Role[]>> = {
  remind: ["city_office"],
  bulletin: ["city_office", "leader"],
  publish: ["city_office"],
  weigh: ["city_office"],
  correction: ["town_official", "city_office"],
  review: ["county_reviewer", "city_office"],
};

/** Something to be done: the card where it is done, or who may do it. Nothing is done by a sentence alone. */
export async function answerAction(
  deps: Deps,
  asker: Asker,
  { action, towns, measure, period }: Extract<Intent, { kind: "action" }>,
): Promise<Reply> {
  const { person, chat } = asker;
  const { locale } = person;
  if (chat !== null) return { text: noticeText[locale].inPrivate };
  const may = MAY[action]?.includes(person.role) ?? true;
  const row = await latestPeriod(deps.db);
  const running = row?.id ?? quarterAt(deps.clock.now());
  if (may && action === "publish")
    return { living: { kind: "progress", subject: progressSubject(period ?? running) } };
  if (may && action === "review" && row) {
    const waiting = await reviewOf(deps, asker, row.id, towns[0]?.slug);
    if (waiting) return waiting;
  }
  const [published, named] = await Promise.all([
    latestPublication(deps.db),
    period ? findPublication(deps.db, period) : null,
  ]);
  const result = period ? named : published;
  const bulletin = action === "bulletin" && result ? await bulletinAbout(deps, person, result) : null;
  if (bulletin && "living" in bulletin) return bulletin;
  const card = toDoCard({
    programme: deps.programme,
    action,
    may,
    period: running,
    published: named?.period ?? published?.period ?? null,
    unpublished: period && !named ? period : null,
    towns: towns.map(({ slug }) => slug),
    measure: measure === true && !isOff(accountability, deps.programme) && towns.length === 1,
    fillsIn: person.role === "town_official",
    looks: visibleTowns(deps, asker).size > 0,
    bulletin,
    locale,
  });
  return { card, stands: { kind: "about", subject: "" } };
}

/** A quarter's bulletin where the asker may see it; for the office, where none is under way, the button that drafts it. */
async function bulletinAbout(deps: Deps, person: Person, published: Publication) {
  const { programme } = deps;
  const { period } = published;
  const records = await listRecords(deps.db, { procedure: definition.id, period });
  const offer = bulletinOffer({ programme, period, records, published, locale: person.locale });
  if (person.role === "city_office" && offer?.action.kind === "begin") return offer;
  const last = records.findLast(
    (record) => record.state !== "withdrawn" && maySeeRecord(definition, record, person, programme),
  );
  return last ? { living: { kind: "record", subject: last.id } as const } : null;
}

/** The review card of the town named, else of the report that has waited longest. */
async function reviewOf(
  deps: Deps,
  { person }: Asker,
  period: Parameters<typeof reportId>[0],
  town: string | undefined,
): Promise<Reply | null> {
  if (town === undefined) return waitingReview(deps, person, period);
  const report = await findReport(deps.db, period, town);
  if (report?.status !== "submitted") return null;
  const reviewers = await reviewersOf(deps, report);
  if (!reviewers.some(({ openId }) => openId === person.openId)) return null;
  return { living: { kind: "review", subject: reportId(period, town) } };
}
