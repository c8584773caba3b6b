import { parsePeriod } from "../../src/domain/calendar/period.ts";
import { openAside } from "../../src/domain/procedure/aside.ts";
import { momentIn } from "../../src/domain/procedure/by-time.ts";
import { owed } from "../../src/domain/procedure/owed.ts";
import type { Address } from "../../src/domain/procedure/posts.ts";
import type { LogEntry } from "../../src/domain/procedure/record.ts";
import { ROLES } from "../../src/domain/programme/people.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row, typed } from "../elements.ts";
import { longDayName, momentName, nameOf, periodName } from "../names.ts";
import { receiverName } from "../receiver.ts";
import { recordText } from "../text/record.ts";
import { fieldOf, printValue, recordTitle } from "./facts.ts";
import type { RecordView } from "./kit.ts";
import { stepButtons } from "./steps.ts";

/** Number of history entries shown unfolded. */
const SHOWN = 2;
/** Number of history entries in the folded part; earlier ones are only counted. */
const FOLDED = 10;

/** A record's card: its values, its history, who has to act next, and the steps its reader may take. */
export function recordCard(view: RecordView): Card {
  const { programme, kit, record, locale } = view;
  const { colour } = kit.definition.states[record.state] ?? { colour: "blue" };
  const light = kit.light?.(view) ?? null;
  const period = parsePeriod(record.period);
  const place = [nameOf(programme, locale), ...(period ? [periodName(period, locale)] : [])];
  return card(
    {
      title: recordTitle(view),
      subtitle: place.join(" · "),
      template: light?.colour ?? colour,
      tags: [
        { text: kit.words[locale].states[record.state] ?? record.state, color: TAGS[colour] ?? "blue" },
        ...(light ? [{ text: light.text, color: TAGS[light.colour] ?? "neutral" }] : []),
      ],
    },
    [...(kit.body?.(view) ?? []), ...history(view), ...nextLine(view), ...stepButtons(view), ...links(view)],
  );
}

/** The platform's tag colour for each header colour. */
const TAGS: Record<string, string> = {
  blue: "blue",
  turquoise: "turquoise",
  green: "green",
  yellow: "yellow",
  orange: "orange",
  red: "red",
  grey: "neutral",
};

function links({ kit, ...view }: RecordView): CardElement[] {
  if (view.reader === null) return [];
  const home = kit.home?.(view.record, view.reader);
  const found = [
    ...(kit.links?.({ kit, ...view }) ?? []),
    home
      ? { text: kit.words[view.locale].back ?? recordText(view.locale).back, action: home }
      : {
          text: recordText(view.locale).listTitle.mine,
          action: { kind: "list", scope: "mine", page: "1" } as const,
        },
  ];
  return [
    row(
      found.map(({ text, action }) => [button(text, action)]),
      [],
      "flow",
    ),
  ];
}

function nextLine(view: RecordView): CardElement[] {
  const { programme, kit, record, locale } = view;
  const text = recordText(locale);
  const office = nameOf(programme.office, locale);
  const lines = owed(kit.definition, record, programme).flatMap(({ what, to, due, notBy }) => {
    const who = typed("openId" in to ? nameIn(view, to.openId) : postName(view, to), 80);
    if (isUnheld(view, to)) return [text.unheld(who, view.reader?.role === "city_office" ? null : office)];
    const when = dueMoment(view, what) ?? (due === null ? null : longDayName(due, locale));
    // What waits is an answer to the step that opened an aside, or else the state's own step.
    const opened = kit.definition.asides?.[what] && openAside(kit.definition, record, what)?.step;
    const line = opened
      ? text.answers(kit.words[locale].steps[opened]?.log ?? opened, who, when)
      : when === null
        ? text.waits(who)
        : text.due(who, when);
    return notBy !== null && notBy === view.reader?.openId ? [line, text.byAnother] : [line];
  });
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

/** Whether nobody on the roster is at this address, so that a step waiting for it cannot be taken. */
export function isUnheld({ unheld }: Pick<RecordView, "unheld">, to: Address): boolean {
  return unheld.some((one) =>
    "openId" in one
      ? "openId" in to && one.openId === to.openId
      : "role" in to && one.role === to.role && one.area === to.area,
  );
}

/** The time by which a state's step is due, for states that are due at a time of day. */
function dueMoment({ kit, record, locale }: RecordView, state: string): string | null {
  const within = kit.definition.states[state]?.owes?.within;
  if (typeof within !== "object" || !("moment" in within)) return null;
  const moment = momentIn(record, within.moment);
  return moment === null ? null : momentName(moment, locale);
}

/** The step taken last, with its values. */
export function lastStep(view: RecordView): CardElement[] {
  const last = view.record.log.at(-1);
  return last ? [md(entryText(view, last))] : [];
}

/** The steps taken so far; the last ones unfolded. */
function history(view: RecordView): CardElement[] {
  const { log } = view.record;
  const [older, last] = [log.slice(0, -SHOWN), log.slice(-SHOWN)];
  const text = recordText(view.locale);
  const folded = older.slice(-FOLDED);
  const before = older.length - folded.length;
  return [
    ...(older.length > 0
      ? [
          panel(text.history(older.length), [
            ...(before > 0 ? [md(text.historyBefore(before))] : []),
            ...folded.map((entry) => md(entryText(view, entry))),
          ]),
        ]
      : []),
    ...last.map((entry) => md(entryText(view, entry))),
  ];
}

function entryText(view: RecordView, entry: LogEntry): string {
  const { kit, record, locale } = view;
  const text = recordText(locale);
  const words = kit.words[locale];
  const when = momentName(entry.at, locale);
  const byCode = kit.definition.steps[entry.step]?.after === undefined ? text.byItself : text.byTime;
  const who = entry.by === "" ? byCode(when) : text.by(typed(actorName(view, entry), 60), when);
  const lines = Object.keys(entry.values)
    .filter((name) => fieldOf(kit, name)?.kind !== "given" && !kit.told?.includes(name))
    .map((name) => [name, printValue(view, name, entry.values, record)] as const)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => text.field(loggedName(view, name), typed(value)));
  return [`**${words.steps[entry.step]?.log ?? entry.step}** · ${who}`, ...lines].join("<br>");
}

/** A field's label in the history; photos, files and the reason for a day off have the same one in all procedures. */
export function loggedName({ kit, locale }: RecordView, field: string): string {
  const { logged = {}, fields } = kit.words[locale];
  const evidence = fieldOf(kit, field)?.kind === "evidence" ? recordText(locale).material : undefined;
  const shared = field === "day_off" ? recordText(locale).dayOff : undefined;
  return logged[field] ?? shared ?? fields[field] ?? evidence ?? field;
}

/** The taker's name for colleagues and superiors; for others only the post. */
function actorName(view: RecordView, entry: LogEntry): string {
  const { reader, locale } = view;
  const [role = "", area = ""] = entry.post.split(" ");
  const post = postName(view, { role, area });
  const isAbove = reader?.role === "city_office" || reader?.role === "leader";
  const knows = isAbove || `${reader?.role} ${reader?.area}` === entry.post;
  if (!knows || entry.name === "") return post;
  return post === "" ? entry.name : recordText(locale).nameInPost(entry.name, post);
}

function postName({ programme, locale }: RecordView, { role, area }: { role: string; area: string }): string {
  const known = ROLES.find((one) => one === role);
  return known ? receiverName({ kind: "person", person: { role: known, area } }, programme, locale) : "";
}

/** The name of a person who took a step of this record, reads it, or was chosen in one; never an open_id. */
function nameIn(view: RecordView, openId: string): string {
  const { kit, record, reader, locale } = view;
  const entry = record.log.findLast(({ by }) => by === openId);
  if (entry) return actorName(view, entry);
  if (reader?.openId === openId) return reader.name;
  const isChosen = (name: string) => record.data[name] === openId && fieldOf(kit, name)?.kind === "choice";
  const chosen = Object.keys(record.data).find(isChosen);
  const name = chosen === undefined ? "" : printValue(view, chosen, record.data, record);
  return name === "" || name === openId ? recordText(locale).personConcerned : name;
}
