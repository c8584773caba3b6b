import * as z from "zod";
import { parsePeriod } from "../../../src/domain/calendar/period.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { guestOf, invitation } from "../../../src/domain/meeting/invitation.ts";
import { type MeetingFacts, meeting, meetingFacts } from "../../../src/domain/meeting/meeting.ts";
import { offeredSchema } from "../../../src/domain/procedure/field.ts";
import { holds } from "../../../src/domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import type { Locale, Person } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { formatPercent } from "../../../src/domain/reading/numbers.ts";
import { supervision } from "../../../src/domain/task/supervision.ts";
import { taskOf } from "../../../src/domain/task/task.ts";
import type { CardElement } from "../../card.ts";
import { md, panel, typed } from "../../elements.ts";
import { dayName, nameOf, periodName, townNamed, weekdayName } from "../../names.ts";
import { FEW_PICTURES, pictureBlock } from "../../pictures/picture-block.ts";
import { meetingText } from "../../text/meetings.ts";
import { invitationWords } from "../../text/procedures/invitation.ts";
import { meetingWords } from "../../text/procedures/meeting.ts";
import { addresseeName } from "../addressee-name.ts";
import { recordTitle } from "../facts.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { foldedWhere } from "../long-text.ts";
import { stateName } from "../state-name.ts";
import { supervisionKit } from "./task.ts";

/** Towns with the largest gaps closed that the form of a new meeting names. */
const BEST = 3;
/** 督办 items listed; the others are counted by their number. */
const MOST_ITEMS = 12;
/** Guests named in one state; the others are counted. */
const MOST_GUESTS = 40;
const draftSchema = z.object({ candidates: offeredSchema.default([]), best: z.string().default("") });

export const meetingKit: ProcedureKit = {
  definition: meeting,
  words: meetingWords,
  body: (view) => [
    ...meetingLines(view.record, view.programme, view.locale),
    ...calendarLine(view),
    ...guests(view),
    ...decisions(view),
    ...pictures(view),
  ],
  start: ({ given = {}, locale }) => {
    const { candidates, best } = draftSchema.parse(given);
    const text = meetingText(locale);
    if (best === "") return { says: [md(text.noGap)], typed: {} };
    const names = candidates.slice(0, BEST).map((one) => nameOf(one, locale));
    return { says: [md(`${text.largest}${names.join(text.comma)}`)], typed: {} };
  },
  inLists: "own",
  pictured: true,
  /** Shown by the body. */
  told: [
    ...["town", "reason", "agenda", "day", "time", "hours", "place", "guests", "minutes", "shown"],
    ...["to", "title", "owner", "due"],
  ],
  links: ({ programme, reader, kin = [], now, locale }) => {
    const own = reader && ownInvitation(kin, reader, programme);
    return own
      ? [{ text: invitationLink(own, shanghaiDay(now), locale), action: { kind: "show", id: own.id } }]
      : [];
  },
};

/** The invitation of this reader among the records of a meeting. */
export function ownInvitation(
  records: readonly ProcedureRecord[],
  reader: Person,
  programme: Programme,
): ProcedureRecord | undefined {
  return records.find(
    (one) => one.procedure === invitation.id && holds(reader, { named: "to" }, one, programme),
  );
}

/** What an invitation is opened for: to answer it, on the day to sign in, else to see it. */
export function invitationLink({ state, data }: ProcedureRecord, today: string, locale: Locale): string {
  const text = meetingText(locale);
  if (state === "attended" || today < String(data.day))
    return state === "invited" ? text.answer : text.ownAnswer;
  return text.signIn;
}

export const invitationKit: ProcedureKit = {
  definition: invitation,
  words: invitationWords,
  body: ({ programme, kin = [], record, offers, locale }) => {
    const of = kin.find(({ id }) => id === record.ref);
    const asked = offers.includes("deputise") ? [md(meetingText(locale).answerHint, "notation")] : [];
    return [...(of ? meetingLines(of, programme, locale) : []), ...asked];
  },
  told: ["to", "host", "day"],
  links: ({ record, kin = [], locale }) =>
    kin.some(({ id }) => id === record.ref)
      ? [{ text: meetingText(locale).seeMeeting, action: { kind: "show", id: record.ref } }]
      : [],
};

/** When, where and what about; why here, with the figure it rests on. */
function meetingLines(record: ProcedureRecord, programme: Programme, locale: Locale): CardElement[] {
  const text = meetingText(locale);
  const known = meetingFacts(record);
  const { day, time, hours, place, agenda, reason, minutes } = known;
  const gap = gapLine(known, locale);
  const moved = movedLine(record, locale);
  const facts = (most?: number) =>
    [
      text.when(weekdayName(day, locale), time, hours),
      text.fact(text.place, text.where(townNamed(programme, record.town, locale), typed(place, 60))),
      ...(moved === null ? [] : [moved]),
      ...says(most),
      ...(gap === null ? [] : [gap]),
    ].join("<br>");
  const says = (most?: number) => [
    text.fact(text.agenda, typed(agenda, most)),
    ...(reason === "" ? [] : [text.fact(text.reason, typed(reason, most))]),
  ];
  // Whoever agrees to a meeting reads the whole of what it is about.
  const long = record.state === "proposed" ? [] : [agenda, reason];
  return [
    ...foldedWhere(long, facts, locale, () => says().join("<br>")),
    ...(minutes === ""
      ? []
      : foldedWhere(
          [minutes],
          (most) => `${text.minutes}<br>${typed(minutes, most)}`,
          locale,
          () => typed(minutes),
        )),
  ];
}

/** When it was to be before it was moved last. */
function movedLine({ log, state }: ProcedureRecord, locale: Locale): string | null {
  const at = log.findLastIndex(({ step }) => step === "move");
  const before = log.slice(0, Math.max(at, 0)).findLast(({ values }) => values.day !== undefined)?.values;
  if (!before || state !== "called") return null;
  return meetingText(locale).movedFrom(weekdayName(String(before.day), locale), String(before.time));
}

function gapLine({ gap }: MeetingFacts, locale: Locale): string | null {
  const [from, to] = [parsePeriod(gap?.from ?? ""), parsePeriod(gap?.to ?? "")];
  if (!gap || !from || !to) return null;
  const share = formatPercent(Math.round(gap.gap * 1000) / 10);
  return meetingText(locale).gap(periodName(from, locale), periodName(to, locale), share, gap.place);
}

function calendarLine({ record, reader, locale }: RecordView): CardElement[] {
  const text = meetingText(locale);
  const { event, unscheduled } = meetingFacts(record);
  if (record.state !== "called") return [];
  if (event !== "") return [md(text.entered, "notation")];
  return unscheduled !== null && reader?.role === "city_office" ? [md(text[unscheduled])] : [];
}

/** What was decided, as the 督办 items it became. */
function decisions({ programme, kin = [], locale }: RecordView): CardElement[] {
  const text = meetingText(locale);
  const items = kin.filter(({ procedure }) => procedure === supervision.id);
  if (items.length === 0) return [];
  const lines = items.slice(0, MOST_ITEMS).map((record) => {
    const { to, due } = taskOf(record);
    const title = recordTitle({ programme, kit: supervisionKit, record, locale });
    const whom = addresseeName(programme, to, locale);
    return text.item(typed(title, 60), whom, dayName(due, locale), stateName(supervisionKit, record, locale));
  });
  return [md([text.items(items.length), ...lines].join("\n"))];
}

/** Who is invited, by answer, in the order of the invitations. */
function guests({ programme, record, kin = [], locale, reader }: RecordView): CardElement[] {
  const text = meetingText(locale);
  const listed = meetingFacts(record).invited;
  const invited = kin
    .filter(({ procedure }) => procedure === invitation.id)
    .map(guestOf)
    .sort((a, b) => listed.indexOf(a.to) - listed.indexOf(b.to));
  const states = Object.entries(invitationWords[locale].states);
  const counted = states.flatMap(([state, name]) => {
    const these = invited.filter((one) => one.state === state);
    return these.length === 0 ? [] : [{ name, these }];
  });
  const heads = counted.map(({ name, these }) => text.of(name, these.length)).join(text.comma);
  const sees = reader?.role === "city_office" || reader?.role === "leader";
  return [
    ...(invited.length > 0 && !sees ? [md(`${text.guests(invited.length)}${text.colon}${heads}`)] : []),
    ...(invited.length > 0 && sees
      ? [
          panel(
            `${text.guests(invited.length)}${text.colon}${heads}`,
            counted.map(({ name, these }) => {
              // People are not named to all: they are counted behind the units.
              const units = these.filter(({ to }) => unitName(programme, to, locale) !== null);
              const people = these.length - units.length;
              const named = units.slice(0, MOST_GUESTS).map(({ to, deputy, why }) => {
                const guest = unitName(programme, to, locale) ?? "";
                if (deputy !== "") return text.deputy(guest, typed(deputy, 30));
                return why === "" ? guest : text.because(guest, typed(why, 30));
              });
              const all = [...named, ...(people > 0 ? [text.people(people)] : [])];
              return md(`**${name}**${text.colon}${all.join(text.comma)}`);
            }),
          ),
        ]
      : []),
  ];
}

/** The name of a unit; null for a person. */
function unitName(programme: Programme, to: string, locale: Locale): string | null {
  const [kind, slug] = to.split(".");
  const known = (["town", "county", "department"] as const).find((one) => one === kind);
  return known && slug ? addresseeName(programme, { kind: known, slug }, locale) : null;
}

function pictures(view: RecordView): CardElement[] {
  const shows = meetingWords[view.locale].steps.show.log;
  const photos = (view.photos ?? []).map((photo) => ({ ...photo, shows }));
  return pictureBlock(photos, view, { most: FEW_PICTURES });
}
