import type { Action } from "../../../cards/action.ts";
import { shortAnswer } from "../../../cards/ask/short-answer.ts";
import { typed } from "../../../cards/elements.ts";
import { longDayName, nameOf, townName, weekdayName } from "../../../cards/names.ts";
import { meetingText } from "../../../cards/text/meetings.ts";
import { plainText } from "../../../cards/text/plain-answers.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { meeting, meetingFacts } from "../../domain/meeting/meeting.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { type Programme, townBySlug } from "../../domain/programme/programme.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** "下次现场会什么时候开": the meetings called for the days to come, or the last one that was held. */
export async function answerMeeting(deps: Deps, { person, chat }: Asker): Promise<Reply> {
  const { locale } = person;
  const { programme } = deps;
  const text = meetingText(locale);
  const today = shanghaiDay(deps.clock.now());
  const records = await listRecords(deps.db, { procedure: meeting.id });
  const on = (record: ProcedureRecord) => meetingFacts(record).day;
  const coming = records
    .filter((record) => record.state === "called" && on(record) >= today)
    .sort((a, b) => on(a).localeCompare(on(b)));
  const held = records.filter(({ state }) => state === "held" || state === "closed");
  const last = held.toSorted((a, b) => on(a).localeCompare(on(b))).at(-1);
  const none = plainText(locale).noMeetings(nameOf(programme.office, locale));
  const head = coming.length > 1 ? text.coming(coming.length) : text.next;
  const lines = [
    ...(coming.length > 0 ? [head, ...coming.map((one) => line(one, programme, locale))] : [none]),
    ...(last ? [text.last(longDayName(on(last), locale), hostOf(last, programme, locale))] : []),
  ];
  const card = shortAnswer({
    ...{ programme, title: plainText(locale).meetingTitle, lines, locale },
    offers:
      chat === null ? offersTo(person.role, [...coming.slice(0, 1), ...(last ? [last] : [])], locale) : [],
  });
  return { card, stands: { kind: "about", subject: "" } };
}

function line(record: ProcedureRecord, programme: Programme, locale: Locale): string {
  const { day, time, place } = meetingFacts(record);
  const text = meetingText(locale);
  const where = text.where(hostOf(record, programme, locale), typed(place, 60));
  return text.line(weekdayName(day, locale), time, where);
}

function hostOf({ town: slug }: ProcedureRecord, programme: Programme, locale: Locale): string {
  const town = townBySlug(programme, slug);
  return town ? townName(town, locale) : slug;
}

/** The next meeting, the last one's minutes; for the city the list, and for the office a new one. */
function offersTo(
  role: string,
  records: readonly ProcedureRecord[],
  locale: Locale,
): Array<[words: string, action: Action]> {
  const text = meetingText(locale);
  const ofCity = role === "city_office" || role === "leader";
  return [
    ...records.map(({ id, state }): [string, Action] => [
      state === "called" ? text.seeMeeting : text.seeMinutes,
      { kind: "show", id },
    ]),
    ...(ofCity
      ? [[text.all, { kind: "list", scope: meeting.id, page: "1" }] satisfies [string, Action]]
      : []),
    ...(role === "city_office"
      ? [[text.propose, { kind: "new", procedure: meeting.id, about: "//" }] satisfies [string, Action]]
      : []),
  ];
}
