import type { Action } from "../../../cards/action.ts";
import { shortAnswer } from "../../../cards/ask/short-answer.ts";
import { typed } from "../../../cards/elements.ts";
import { dayName, nameOf, townNamed, weekdayName } from "../../../cards/names.ts";
import { invitationLink, ownInvitation } from "../../../cards/record/kits/meeting.ts";
import { meetingText } from "../../../cards/text/meetings.ts";
import { plainText } from "../../../cards/text/plain-answers.ts";
import { invitationWords } from "../../../cards/text/procedures/invitation.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { invitation } from "../../domain/meeting/invitation.ts";
import { meeting, meetingFacts } from "../../domain/meeting/meeting.ts";
import { isOff } from "../../domain/procedure/definition.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import { isWithin, type Span } from "../../domain/question/span.ts";
import { supervision } from "../../domain/task/supervision.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/**
 * "下次现场会什么时候开", "上次现场会定了什么": the meetings called for the days to come, with the asker's own answer, those held
 * this year, and what was written and decided at the last one.
 */
export async function answerMeeting(deps: Deps, { person, chat }: Asker, on?: Span): Promise<Reply> {
  const { locale } = person;
  const { programme } = deps;
  const text = meetingText(locale);
  const today = shanghaiDay(deps.clock.now());
  const records = await listRecords(deps.db, { procedures: [meeting.id, invitation.id, supervision.id] });
  const meetings = records.filter(({ procedure }) => procedure === meeting.id).sort(byDay);
  const coming = meetings.filter((record) => record.state === "called" && dayOf(record) >= today);
  const held = meetings.filter(({ state }) => state === "held" || state === "closed");
  const then = on ? held.filter((record) => isWithin(record, on)) : [];
  const isNone = on !== undefined && then.length === 0 && !coming.some((record) => isWithin(record, on));
  const last = held.at(-1);
  const isOfCity = person.role === "city_office" || person.role === "leader";
  const proposed = isOfCity && chat === null ? meetings.filter(({ state }) => state === "proposed") : [];
  const own = coming[0] && ownInvitation(of(records, coming[0]), person, programme);
  const none = last ? text.noneComing : plainText(locale).noMeetings(nameOf(programme.office, locale));
  const head = coming.length > 1 ? text.coming(coming.length) : text.next;
  const lines = [
    ...(isNone ? [text.noneOn(dayName(on.from, locale), dayName(on.to, locale))] : []),
    ...then.map((one) => line(one, programme, locale)),
    ...(coming.length > 0 ? [head, ...coming.map((one) => line(one, programme, locale))] : [none]),
    ...(own && chat === null ? [text.own(invitationWords[locale].states[own.state] ?? own.state)] : []),
    ...proposed.map((one) => text.waiting(line(one, programme, locale))),
    ...heldLines(held, programme, locale),
    ...(last ? [lastLine(last, of(records, last), locale)] : []),
  ].filter((one) => one !== "");
  const shown = [...coming.slice(0, 1), ...proposed.slice(0, 1), ...[then[0] ?? last ?? []].flat()];
  const answers: Array<[string, Action]> = own
    ? [[invitationLink(own, today, locale), { kind: "show", id: own.id }]]
    : [];
  const card = shortAnswer({
    ...{ programme, title: plainText(locale).meetingTitle, lines, locale },
    offers: chat === null ? [...answers, ...offersTo(person.role, shown, deps.programme, locale)] : [],
  });
  const sought = { of: [meeting.id], word: "", is: "any" as const };
  return { card, stands: { kind: "sought", subject: topicSubject({ whom: "all", sought }) } };
}

const dayOf = (record: ProcedureRecord) => meetingFacts(record).day;
const byDay = (a: ProcedureRecord, b: ProcedureRecord) => dayOf(a).localeCompare(dayOf(b));

/** The invitations to a meeting and the 督办 items it decided. */
function of(records: readonly ProcedureRecord[], { id }: ProcedureRecord): ProcedureRecord[] {
  return records.filter(({ ref }) => ref === id);
}

/** How many meetings the last year with one had, and where. */
function heldLines(held: readonly ProcedureRecord[], programme: Programme, locale: Locale): string[] {
  const last = held.at(-1);
  if (!last) return [];
  const year = dayOf(last).slice(0, 4);
  const text = meetingText(locale);
  const these = held.filter((one) => dayOf(one).startsWith(year));
  const names = these.map((one) => text.heldOn(dayName(dayOf(one), locale), hostOf(one, programme, locale)));
  return [text.held(Number(year), these.length, names.join(text.comma))];
}

/** What was written and decided at a meeting. */
function lastLine(record: ProcedureRecord, kin: readonly ProcedureRecord[], locale: Locale): string {
  const text = meetingText(locale);
  const { minutes } = meetingFacts(record);
  const items = kin.filter(({ procedure }) => procedure === supervision.id).length;
  return [
    ...(minutes === "" ? [] : [`${text.minutes}${text.colon}${typed(minutes, 200)}`]),
    ...(items > 0 ? [text.items(items)] : []),
  ].join("<br>");
}

function line(record: ProcedureRecord, programme: Programme, locale: Locale): string {
  const { day, time, place } = meetingFacts(record);
  const text = meetingText(locale);
  const where = text.where(hostOf(record, programme, locale), typed(place, 60));
  return text.line(weekdayName(day, locale), time, where);
}

function hostOf({ town }: ProcedureRecord, programme: Programme, locale: Locale): string {
  return townNamed(programme, town, locale);
}

/** The next meeting, the last one's minutes; for the city the list, and for the office a new one. */
function offersTo(
  role: string,
  records: readonly ProcedureRecord[],
  programme: Programme,
  locale: Locale,
): Array<[words: string, action: Action]> {
  const text = meetingText(locale);
  const ofCity = role === "city_office" || role === "leader";
  return [
    ...records.map(({ id, state }): [string, Action] => [
      state === "held" || state === "closed" ? text.seeMinutes : text.seeMeeting,
      { kind: "show", id },
    ]),
    ...(ofCity
      ? [[text.all, { kind: "list", scope: meeting.id, page: "1" }] satisfies [string, Action]]
      : []),
    ...(role === "city_office" && !isOff(meeting, programme)
      ? [[text.propose, { kind: "new", procedure: meeting.id, about: "//" }] satisfies [string, Action]]
      : []),
  ];
}
