import { isOff } from "../../src/domain/procedure/definition.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import { isResting } from "../../src/domain/procedure/rest.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { dayName, nameOf, townName } from "../names.ts";
import { recordText } from "../text/record.ts";
import { recordTitle } from "./facts.ts";
import { kitOf, type Light, type ProcedureKit } from "./kit.ts";
import { lightOn, stateName } from "./state-name.ts";

const PAGE = 8;
/** Towns named in a line. */
const NAMED = 20;
/** Sort order of lights: red first. */
const LIGHTS: ReadonlyArray<Light["colour"]> = ["red", "yellow", "blue", "green", "grey"];
/** List scopes that depend on lights: overdue, all, closed. */
export const LIGHT_SCOPES = ["red", "all", "closed"] as const;

/** `scope`: `mine`, one of `LIGHT_SCOPES`, or a procedure's id. */
export type RecordListView = {
  programme: Programme;
  kits: readonly ProcedureKit[];
  scope: string;
  records: readonly ProcedureRecord[];
  page: number;
  /** Number of records that wait for the reader; absent if the list is not the reader's own. */
  owes?: number;
  now: number;
  /** What the reader may create from the list: a procedure and its subject. */
  begins?: ReadonlyArray<{ procedure: string; about: string }>;
  /** Steps that may be taken for several of these records at once; `seen` identifies exactly this list. */
  together?: ReadonlyArray<{ procedure: string; step: string; n: number; seen: string }>;
  /** Towns that have no such record, and whether the reader is the city's. */
  without?: { towns: readonly Town[]; ofCity: boolean };
  /** A message shown above the list. */
  says?: string;
  locale: Locale;
};

/** A list of records, each with a button; steps are taken on the record's own card. */
export function recordListCard(view: RecordListView): Card {
  const { programme, scope, records, owes, says, locale } = view;
  const text = recordText(locale);
  const pages = Math.max(1, Math.ceil(records.length / PAGE));
  const page = Math.min(Math.max(1, view.page || 1), pages);
  const shown = records.slice((page - 1) * PAGE, page * PAGE);
  const counts = lightCounts(view);
  const template = counts.some(([colour]) => colour === "red") ? "red" : "blue";
  return card({ title: scopeName(view, scope), subtitle: nameOf(programme, locale), template }, [
    ...(says ? [md(typed(says))] : []),
    ...(records.length > 0
      ? [
          md(
            text.count(
              records.length,
              counts.map(([, words, n]) => text.ofLight(words, n)),
            ),
          ),
          ...(owes === undefined ? [] : [md(text.owedOf(owes, records.length))]),
        ]
      : []),
    ...(shown.length > 0 || view.without
      ? recordLines(view, shown)
      : [md(kitOf(view.kits, scope) ? text.noneSeen : text.none)]),
    ...(pages > 1 ? pageButtons(scope, page, pages, locale) : []),
    ...withoutLine(view),
    ...(view.together ?? []).map((one) => allButton(view, one)),
    ...ways(view),
  ]);
}

function withoutLine({ kits, scope, without, locale }: RecordListView): CardElement[] {
  const said = kitOf(kits, scope)?.words[locale].without;
  return said && without ? [md(said(townNames(without.towns, locale), without.ofCity))] : [];
}

/** Names of towns, the first ones of many. */
export function townNames(towns: readonly Town[], locale: Locale): string {
  const { comma, andMore } = recordText(locale);
  const names = towns.slice(0, NAMED).map((town) => townName(town, locale));
  return names.join(comma) + (towns.length > NAMED ? andMore(towns.length) : "");
}

function scopeName({ kits, locale }: RecordListView, scope: string): string {
  const { listTitle } = recordText(locale);
  const kit = kitOf(kits, scope);
  if (kit) return listTitle.all(kit.words[locale].name);
  const known = LIGHT_SCOPES.find((one) => one === scope);
  return known ? listTitle.lights[known] : listTitle.mine;
}

/** One line for each record, to be part of another card; with its light where `now` is given. */
export function recordLines(
  view: { programme: Programme; kits: readonly ProcedureKit[]; now?: number; locale: Locale },
  records: readonly ProcedureRecord[],
): Array<ReturnType<typeof row>> {
  const text = recordText(view.locale);
  return records.flatMap((record) => {
    const kit = kitOf(view.kits, record.procedure);
    if (!kit) return [];
    const { now } = view;
    const one = { ...view, kit, record };
    const light = now === undefined ? null : lightOn({ ...one, now });
    const state = typed(stateName(kit, record, view.locale), 40);
    const due =
      record.due === null || isResting(record) ? "" : text.dueShort(dayName(record.due, view.locale));
    const brief = now === undefined || isResting(record) ? due : (kit.brief?.({ ...one, now }) ?? due);
    const lit = light ? text.lit(light.colour, typed(light.text)) : "";
    const open = button(text.open, { kind: "show", id: record.id });
    return [row([[md(text.line(typed(recordTitle(one), 80), `${lit}${state}`, brief))], [open]], [1, 0])];
  });
}

/** The number of records with each light, red first. */
function lightCounts(view: RecordListView): Array<[colour: string, words: string, n: number]> {
  const lights = view.records.flatMap((record) => {
    const kit = kitOf(view.kits, record.procedure);
    return (kit && lightOn({ ...view, kit, record })) ?? [];
  });
  return LIGHTS.flatMap((colour) => {
    const these = lights.filter((light) => light.colour === colour);
    return these[0] ? [[colour, these[0].text, these.length]] : [];
  });
}

/** Sorts by light, red first, then by due day, then in the order of the towns. */
export function inOrder(
  view: Pick<RecordListView, "programme" | "kits" | "now" | "locale">,
  records: readonly ProcedureRecord[],
): ProcedureRecord[] {
  const place = (record: ProcedureRecord) => {
    const kit = kitOf(view.kits, record.procedure);
    const light = kit && lightOn({ ...view, kit, record });
    return light ? LIGHTS.indexOf(light.colour) : LIGHTS.length;
  };
  const towns = new Map(view.programme.towns.map(({ slug }, i) => [slug, i]));
  return records
    .map((record) => ({
      ...{ record, light: place(record), due: record.due ?? "9" },
      town: towns.get(record.town) ?? -1,
    }))
    .sort((a, b) => a.light - b.light || a.due.localeCompare(b.due) || a.town - b.town)
    .map(({ record }) => record);
}

function allButton(
  { kits, locale }: RecordListView,
  { procedure, step, n, seen }: NonNullable<RecordListView["together"]>[number],
): CardElement {
  const words = kitOf(kits, procedure)?.words[locale].steps[step];
  const title = words?.buttonAll?.(n) ?? words?.button ?? step;
  const confirm = { title, text: recordText(locale).allConfirm };
  return button(title, { kind: "together", procedure, step, seen }, { type: "primary", confirm });
}

/** Buttons that create records, and links to the other lists. */
function ways({ programme, kits, scope, begins = [], locale }: RecordListView): CardElement[] {
  const text = recordText(locale);
  const to = (one: string, label: string) => [
    button(label, { kind: "list", scope: one, page: "1" } satisfies Action, { type: "text" }),
  ];
  const listed = kits.filter(({ inLists, definition }) => inLists === true && !isOff(definition, programme));
  const own = kitOf(kits, scope);
  // A list of one's own leads to one's own matters, not to the lists of tasks.
  const apart = own !== undefined && own.inLists !== true;
  const scopes: Array<[scope: string, name: string]> = [
    ["mine", text.listTitle.mine],
    ...LIGHT_SCOPES.map((one): [string, string] => [one, text.listTitle.lights[one]]),
    ...listed.map(({ definition, words }): [string, string] => [definition.id, words[locale].name]),
  ];
  const all = [
    ...begins.map(({ procedure, about }) => {
      const name = kitOf(kits, procedure)?.words[locale].name ?? procedure;
      return [button(text.begin(name), { kind: "new", procedure, about })];
    }),
    ...(listed.length > 0
      ? scopes
          .filter(([one]) => one !== scope && !(apart && one !== "mine"))
          .map(([one, name]) => to(one, name))
      : []),
  ];
  return all.length > 0 ? [row(all, [], "flow")] : [];
}

function pageButtons(scope: string, page: number, pages: number, locale: Locale): CardElement[] {
  const text = recordText(locale);
  const to = (n: number, label: string) => [button(label, { kind: "list", scope, page: String(n) })];
  return [
    md(text.page(page, pages), "notation"),
    row(
      [
        ...(page > 1 ? [to(page - 1, text.previous)] : []),
        ...(page < pages ? [to(page + 1, text.next)] : []),
      ],
      [],
      "flow",
    ),
  ];
}
