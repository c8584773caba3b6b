import { shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import type { LogEntry } from "../../src/domain/procedure/record.ts";
import { ROLES } from "../../src/domain/programme/people.ts";
import type { CardElement } from "../card.ts";
import { md, panel, typed } from "../elements.ts";
import { momentName } from "../names.ts";
import { receiverName } from "../receiver.ts";
import { recordText } from "../text/record.ts";
import { fieldOf, printValue } from "./facts.ts";
import type { RecordView } from "./kit.ts";
import { foldedWhere } from "./long-text.ts";
import { stepName } from "./state-name.ts";

// What was done with a record so far, by whom and when.

/** Number of history entries shown unfolded. */
const SHOWN = 2;
/** Number of history entries in the folded part; earlier ones are only counted. */
const FOLDED = 10;

/** The step taken last, with its values. */
export function lastStep(view: RecordView): CardElement[] {
  const last = view.record.log.at(-1);
  // A part of what is being written says nothing above the form of another part.
  return last && !isPart(view, last) ? shownRun(view, [last]) : [];
}

/** The steps taken so far; the last ones unfolded. Parts that one person wrote on one day are one line. */
export function history(view: RecordView): CardElement[] {
  const log = runsOf(view);
  const [older, last] = [log.slice(0, -SHOWN), log.slice(-SHOWN)];
  const text = recordText(view.locale);
  const folded = older.slice(-FOLDED);
  const before = older.length - folded.length;
  return [
    ...(older.length > 0
      ? [
          panel(text.history(older.length), [
            ...(before > 0 ? [md(text.historyBefore(before))] : []),
            ...folded.map((run) => md(runText(view, run))),
          ]),
        ]
      : []),
    ...last.flatMap((run) => shownRun(view, run)),
  ];
}

/** A run, with its long texts folded. */
function shownRun(view: RecordView, run: readonly LogEntry[]): CardElement[] {
  const [entry] = run.slice(-1);
  const typedThere = entry ? shownNames(view, entry).map((name) => String(entry.values[name])) : [];
  return foldedWhere(
    typedThere,
    (most) => runText(view, run, most),
    view.locale,
    () => (entry ? valueLines(view, entry).join("<br>") : ""),
  );
}

/** The log in runs of steps that changed no state and whose values the card shows elsewhere, by one person on one day. */
function runsOf(view: RecordView): LogEntry[][] {
  const runs: LogEntry[][] = [];
  for (const entry of view.record.log) {
    const last = runs.at(-1);
    const before = last?.[0];
    const joins =
      before !== undefined &&
      before.by === entry.by &&
      shanghaiDay(before.at) === shanghaiDay(entry.at) &&
      isPart(view, before) &&
      isPart(view, entry);
    if (joins) last?.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function isPart(view: RecordView, entry: LogEntry): boolean {
  return entry.by !== "" && entry.from === entry.to && valueLines(view, entry).length === 0;
}

function runText(view: RecordView, run: readonly LogEntry[], most?: number): string {
  const { kit, locale } = view;
  const nameOfStep = ({ step }: LogEntry) => stepName(kit, step, locale);
  const [last] = run.slice(-1);
  const before = [...new Set(run.slice(0, -1).map(nameOfStep))].filter(
    (one) => last && one !== nameOfStep(last),
  );
  return last ? entryText(view, last, before, most) : "";
}

/** `before`: the steps of the same run. `most`: characters of each value. */
function entryText(view: RecordView, entry: LogEntry, before: readonly string[] = [], most?: number): string {
  const { kit, locale } = view;
  const text = recordText(locale);
  const when = momentName(entry.at, locale);
  const byCode = kit.definition.steps[entry.step]?.after === undefined ? text.byItself : text.byTime;
  const who = entry.by === "" ? byCode(when) : text.by(typed(actorName(view, entry), 60), when);
  const steps = [...before, stepName(kit, entry.step, locale)].join(text.comma);
  return [`**${steps}** · ${who}`, ...valueLines(view, entry, most)].join("<br>");
}

/** Those values, a line each. `most`: characters of each. */
function valueLines(view: RecordView, entry: LogEntry, most?: number): string[] {
  const { field } = recordText(view.locale);
  return loggedValues(view, entry).map(([name, value]) => field(name, typed(value, most)));
}

/** What a step filled in, with its labels; of photos and files, those that came since an earlier step counted them. */
export function loggedValues(view: Logged, entry: LogEntry): Array<[label: string, value: string]> {
  const { kit, record, locale } = view;
  return shownNames(view, entry).flatMap((name): Array<[string, string]> => {
    const isEvidence = fieldOf(kit, name)?.kind === "evidence";
    const value = isEvidence ? pieces(view, name, entry) : printValue(view, name, entry.values, record);
    return value === "" ? [] : [[loggedName({ kit, locale }, name), value]];
  });
}

/** The values of a step that the card shows nowhere else. */
function shownNames({ kit }: Pick<RecordView, "kit">, entry: LogEntry): string[] {
  return Object.keys(entry.values).filter(
    (name) => fieldOf(kit, name)?.kind !== "given" && !kit.told?.includes(name),
  );
}

type Logged = Pick<RecordView, "programme" | "kit" | "record" | "locale">;

/** A step keeps how many photos and files the record had by then. */
function pieces({ kit, record, locale }: Logged, name: string, entry: LogEntry): string {
  const earlier = record.log.slice(0, record.log.indexOf(entry));
  const counted = earlier.flatMap(({ values }) =>
    Object.keys(values).flatMap((one) =>
      fieldOf(kit, one)?.kind === "evidence" ? [Number(values[one])] : [],
    ),
  );
  const more = Number(entry.values[name]) - Math.max(0, ...counted);
  return more > 0 ? recordText(locale).pieces(more) : "";
}

/** A field's label in the history; photos, files and the reason for a day off have the same one in all procedures. */
export function loggedName({ kit, locale }: Pick<RecordView, "kit" | "locale">, field: string): string {
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

export function postName(
  { programme, locale }: RecordView,
  { role, area }: { role: string; area: string },
): string {
  const known = ROLES.find((one) => one === role);
  return known ? receiverName({ kind: "person", person: { role: known, area } }, programme, locale) : "";
}

/** The name of a person who took a step of this record, reads it, or was chosen in one; never an open_id. */
export function nameIn(view: RecordView, openId: string): string {
  const { kit, record, reader, locale } = view;
  const entry = record.log.findLast(({ by }) => by === openId);
  if (entry) return actorName(view, entry);
  if (reader?.openId === openId) return reader.name;
  const isChosen = (name: string) => record.data[name] === openId && fieldOf(kit, name)?.kind === "choice";
  const chosen = Object.keys(record.data).find(isChosen);
  const name = chosen === undefined ? "" : printValue(view, chosen, record.data, record);
  return name === "" || name === openId ? recordText(locale).personConcerned : name;
}
