import { parsePeriod } from "../src/domain/calendar/period.ts";
import { isCountyRole, type Locale, type Person, ROLES } from "../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../src/domain/programme/programme.ts";
import { nameOf, periodName, townName } from "./names.ts";
import { postText } from "./text/posts.ts";
import { reminderText } from "./text/reminders.ts";

/** The receiver of a message: a post, a group by name, or the chat it answered. */
export type Receiver =
  | { kind: "person"; person: Pick<Person, "role" | "area"> | null }
  | { kind: "group"; name: string }
  | { kind: "reply" };

/** `碛口镇填报人`, `临县审核人`, a group's name: the receiver without personal names. */
export function receiverName(receiver: Receiver, programme: Programme, locale: Locale): string {
  const { posts, unknown } = postText(locale);
  if (receiver.kind === "group") return receiver.name || unknown.group;
  if (receiver.kind === "reply") return unknown.chat;
  if (!receiver.person) return unknown.person;
  const { role, area } = receiver.person;
  return posts[role](placeName(role, area, programme, locale));
}

/** A report id in words: `2026Q3/qikou` is `2026年第三季度 碛口镇`; what waits for a post's holder by its title; else "". */
export function recordName(subject: string, programme: Programme, locale: Locale): string {
  if (ROLES.some((role) => role === subject.split(" ")[1])) return reminderText(locale).myDay;
  const [before = "", slug = ""] = subject.split("/");
  const period = parsePeriod(before.split(" ").at(-1) ?? "");
  const town = townBySlug(programme, slug || subject);
  return [...(period ? [periodName(period, locale)] : []), ...(town ? [townName(town, locale)] : [])].join(
    " ",
  );
}

function placeName(role: Person["role"], area: string, programme: Programme, locale: Locale): string {
  if (role === "city_office") return nameOf(programme.office, locale);
  const place = placesOf(role, programme).find(({ slug }) => slug === area);
  return place ? nameOf(place, locale) : area;
}

function placesOf(
  role: Person["role"],
  programme: Programme,
): Array<{ slug: string; name: string; nameEn: string }> {
  if (role === "department") return programme.departments;
  return isCountyRole(role) ? programme.counties : programme.towns;
}
