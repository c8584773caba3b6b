import { shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import { owed } from "../../src/domain/procedure/owed.ts";
import { type Address, addressOf } from "../../src/domain/procedure/posts.ts";
import type { LogEntry, ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Sought } from "../../src/domain/question/sought.ts";
import type { Span } from "../../src/domain/question/span.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { dayName, nameOf, townName } from "../names.ts";
import { receiverName } from "../receiver.ts";
import { recordText } from "../text/record.ts";
import { soughtText } from "../text/sought.ts";
import { recordTitle } from "./facts.ts";
import { kitOf, type ProcedureKit } from "./kit.ts";
import { townNames } from "./list.ts";
import { stateName, stepName } from "./state-name.ts";

/** Rows of a card, names of procedures and of posts it lists at most. */
const MOST = 8;
const MOST_NAMES = 3;
const MOST_POSTS = 6;

/** A record that was looked at: whether it stands as asked, and the step by which it came to. */
export type SoughtRecord = { record: ProcedureRecord; found: boolean; by: LogEntry | null };
/**
 * `looked`: the records of the procedures asked about that the reader may see. `one`: it was asked whether, not which.
 * `day`: the past day it was asked of. `opens`: false where others read along.
 */
export type SoughtView = {
  programme: Programme;
  kits: readonly ProcedureKit[];
  sought: Sought;
  towns: readonly Town[];
  looked: readonly SoughtRecord[];
  /** Towns without such a record, where it was asked who has not come so far. */
  without: readonly Town[];
  ofCity: boolean;
  one: boolean;
  day: string | null;
  /** The days it was asked of. */
  on: Span | null;
  /** How many of the newest records were searched, where not all were. */
  searched: number | null;
  /** The foremost of those found, where they were asked for alone. */
  best: readonly SoughtRecord[] | null;
  opens: boolean;
  locale: Locale;
};

/** Which records stand as was asked, since when and whose turn it is; or whether those of one town do. */
export function soughtCard(view: SoughtView): Card {
  const { programme, towns, looked, one, day, on, best, locale } = view;
  const text = soughtText(locale);
  const found = best ?? looked.filter((each) => each.found);
  const rows = one && !best ? [...found, ...looked.filter((each) => !each.found)] : found;
  const shown = rows.slice(0, MOST);
  const place = [nameOf(programme, locale), ...towns.map((town) => townName(town, locale))];
  // Where nothing but the towns without any is found, they are the answer.
  const says = found.length === 0 && view.without.length > 0 && !one ? [] : [headline(view, found)];
  const head = [...says, ...(looked.length > 0 ? turns(view, one ? rows : found) : [])];
  const then = day === null ? [] : [text.onDay(dayName(day, locale))];
  const days = on === null ? [] : [text.onDays(dayName(on.from, locale), dayName(on.to, locale))];
  const lines = [...head, ...then, ...days];
  return card({ title: titleOf(view), subtitle: place.join(" · "), template: "blue" }, [
    ...(lines.length > 0 ? [md(lines.join("<br>"))] : []),
    ...shown.flatMap((each) => line(view, each)),
    ...(rows.length > shown.length ? [md(text.more(rows.length - shown.length))] : []),
    ...(view.without.length > 0 ? [md(withoutText(view))] : []),
    ...(view.searched === null ? [] : [md(text.searched(view.searched), "notation")]),
    ...(looked.length > 0 ? [md(text.among(kindNames(view), looked.length), "notation")] : []),
  ]);
}

function withoutText({ kits, sought: { of }, without, ofCity, locale }: SoughtView): string {
  const towns = townNames(without, locale);
  const [only] = of;
  const said = only === undefined ? undefined : kitOf(kits, only)?.words[locale].without;
  return said?.(towns, ofCity) ?? soughtText(locale).without(towns);
}

function titleOf({ kits, sought: { of }, locale }: SoughtView): string {
  const [only, more] = of;
  const kit = only !== undefined && more === undefined ? kitOf(kits, only) : undefined;
  return kit ? kit.words[locale].name : soughtText(locale).title;
}

function headline(view: SoughtView, found: readonly SoughtRecord[]): string {
  const { sought, looked, one, locale } = view;
  const text = soughtText(locale);
  if (looked.length === 0) return text.nothing(kindNames(view));
  if (view.best && sought.most) return text.most(text.mosts[sought.most], found.length);
  const stands = text.stands[sought.is](typed(sought.word, 40));
  if (!one) return text.count(found.length, stands);
  if (looked.length > 1) return text.someOf(found.length, looked.length, stands);
  const [only] = found;
  const turn = only && sought.is === "open" ? turnsOf(view, only.record)[0] : undefined;
  if (turn) return text.turnOf(stands, waitsText(view, turn));
  const [by] = found.map((each) => each.by);
  if (found.length > 0) return text.yes(stands, by ? dayName(shanghaiDay(by.at), locale) : null);
  return sought.is === "done" || sought.is === "ended" ? text.notYet : text.no(stands);
}

/** The procedures looked at; those without a record of their own are left out where any has one. */
function kindNames({ kits, sought: { of }, looked, locale }: SoughtView): string {
  const held = of.filter((id) => looked.some(({ record }) => record.procedure === id));
  const names = (held.length > 0 ? held : of).flatMap((id) => kitOf(kits, id)?.words[locale].name ?? []);
  return soughtText(locale).kinds(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES));
}

/** Whose turn it is, with the number of records that wait for them. */
function turns(view: SoughtView, rows: readonly SoughtRecord[]): string[] {
  const { sought, day, locale } = view;
  if (rows.length < 2 || day !== null || sought.is === "done" || sought.is === "ended") return [];
  const text = soughtText(locale);
  const posts = rows.flatMap(({ record }) => turnsOf(view, record).map(({ who }) => who));
  const names = [...new Set(posts)];
  const said = names
    .slice(0, MOST_POSTS)
    .map((who) => text.turn(who, posts.filter((one) => one === who).length));
  return said.length > 0 ? [text.turns(said.join(text.comma))] : [];
}

function turnsOf({ programme, kits, locale }: SoughtView, record: ProcedureRecord) {
  const kit = kitOf(kits, record.procedure);
  return (kit ? owed(kit.definition, record, programme) : []).map(({ to, due }) => ({
    who: whoIs(programme, to, locale),
    due,
  }));
}

function waitsText({ locale }: SoughtView, { who, due }: { who: string; due: string | null }): string {
  return soughtText(locale).waits(who, due === null ? null : dayName(due, locale));
}

/** The post a record without a town is addressed to, as an invitation is; "" for others. */
function addressee({ programme, locale }: SoughtView, record: ProcedureRecord): string {
  const to = record.town === "" ? addressOf({ named: "to" }, record, programme) : null;
  return to ? whoIs(programme, to, locale) : "";
}

/** A post by its title; a person by none, since their name is nobody else's business here. */
function whoIs(programme: Programme, to: Address, locale: Locale): string {
  if ("openId" in to) return recordText(locale).personConcerned;
  return typed(receiverName({ kind: "person", person: to }, programme, locale), 40);
}

function line(view: SoughtView, { record, found, by }: SoughtRecord): CardElement[] {
  const { kits, day, opens, locale } = view;
  const kit = kitOf(kits, record.procedure);
  if (!kit) return [];
  const text = soughtText(locale);
  const entered = record.log.findLast(({ from, to }) => from !== to);
  const since = dayName(kit.since?.(record) || shanghaiDay((entered ?? record.log[0])?.at ?? 0), locale);
  const taken =
    found && by && by !== entered
      ? [text.stepTaken(stepName(kit, by.step, locale), dayName(shanghaiDay(by.at), locale))]
      : [];
  const waits = day === null ? turnsOf(view, record) : [];
  const said = [
    ...taken,
    text.state(typed(stateName(kit, record, locale), 40), since),
    ...waits.map((one) => waitsText(view, one)),
  ].join(" · ");
  const title = typed(recordTitle({ ...view, kit, record }), 80);
  const to = waits.length > 0 ? "" : addressee(view, record);
  const what = md(`**${title}**${to === "" ? "" : ` · ${to}`}<br>${said}`);
  return opens
    ? [row([[what], [button(recordText(locale).open, { kind: "show", id: record.id })]], [1, 0])]
    : [what];
}
