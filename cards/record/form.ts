import { boxOf, type Field, figuresSchema, leastOf } from "../../src/domain/procedure/field.ts";
import type { Origin, ProcedureRecord, Values } from "../../src/domain/procedure/record.ts";
import { townBySlug } from "../../src/domain/programme/programme.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement, FormElement } from "../card.ts";
import { button, card, form, input, md, multiSelect, select, submitButton, typed } from "../elements.ts";
import { nameOf, townName } from "../names.ts";
import { query } from "../query.ts";
import { type RecordText, recordText } from "../text/record.ts";
import { choicesOf, optionsIn, recordTitle } from "./facts.ts";
import { lastStep } from "./history.ts";
import type { NewRecordView, RecordView } from "./kit.ts";
import { inFormOrder } from "./step-buttons.ts";

/** The rejected input of a form, and the reason. */
export type Again = { typed: Record<string, unknown>; problem?: string };

/** The form that creates a record. */
export function newRecordCard(view: NewRecordView, again: Again = { typed: {} }): Card {
  const { programme, kit, origin, starts, locale } = view;
  const about = originText(origin);
  const home = kit.home?.(origin, view.reader);
  const start = kit.start?.(view);
  const submits = starts.map((step): [string, Action] => [
    step,
    { kind: "begin", procedure: kit.definition.id, about, step },
  ]);
  const words = kit.words[locale];
  // The town it is about is not asked for again.
  const typed = { ...(origin.town === "" ? {} : { town: origin.town }), ...start?.typed, ...again.typed };
  return card({ title: newTitle(view), subtitle: nameOf(programme, locale), template: "orange" }, [
    ...problemLine(again),
    ...(start?.says ?? []),
    stepForm({ ...view, record: null, evidence: 0 }, submits, { ...again, typed }),
    home ? button(words.back ?? recordText(locale).back, home) : leaveButton(view),
  ]);
}

/** The form's title: the procedure's name, or its own wording for a town. */
function newTitle({ programme, kit, origin, locale }: NewRecordView): string {
  const { name, newTitle: titled } = kit.words[locale];
  const town = townBySlug(programme, origin.town);
  return titled?.({ town: town ? townName(town, locale) : "", ref: origin.ref }) ?? name;
}

/**
 * The button that leaves a form before its record exists: back to the card it came from, if that can be drawn
 * again.
 */
function leaveButton({ programme, origin: { town }, from, reader, locale }: NewRecordView): CardElement {
  const text = recordText(locale);
  const about = townBySlug(programme, town);
  const seeTown = () => (about && reader.area !== town ? text.seeOf(townName(about, locale)) : text.seeTown);
  if (from) return button(text.back, { kind: "latest", card: from.kind, subject: from.subject });
  return town === "" ? button(text.leave, query.help()) : button(seeTown(), query.status(town));
}

/**
 * The form of steps that ask for the same fields, below the step they answer or follow; after a refusal with the input
 * and the reason. `given`: what the code offers to choose from; without it, what an earlier step did. `opened`: the step
 * whose button opened it, the first one by default.
 */
export function stepFormCard(
  view: RecordView & { given?: Values; opened?: string },
  steps: string[],
  again: Again = { typed: {} },
): Card {
  const { programme, kit, record, locale } = view;
  const { colour } = kit.definition.states[record.state] ?? { colour: "blue" };
  const head = { title: recordTitle(view), subtitle: nameOf(programme, locale), template: colour };
  return card(head, [
    ...problemLine(again),
    ...lastStep(view),
    ...(kit.says?.(view, steps[0] ?? "") ?? []),
    recordForm(view, steps, { ...again, typed: { ...kit.begins?.(view, steps[0] ?? ""), ...again.typed } }),
    button(recordText(locale).backToRecord, { kind: "show", id: record.id }),
  ]);
}

function recordForm(
  view: RecordView & { given?: Values; opened?: string },
  steps: string[],
  again: Again,
): CardElement {
  const { id, revision } = view.record;
  const submits = steps.map((step): [string, Action] => [
    step,
    { kind: "step", id, step, revision: String(revision) },
  ]);
  return stepForm(view, submits, again);
}

/** `period/town/ref`: what a new record concerns. */
export function originText({ period, town, ref }: Pick<Origin, "town" | "period" | "ref">): string {
  return `${period}/${town}/${ref}`;
}

type FormView = Pick<RecordView, "programme" | "kit" | "reader" | "evidence" | "locale"> & {
  record: ProcedureRecord | null;
  given?: Values;
  opened?: string;
};

function stepForm(view: FormView, submits: Array<[step: string, Action]>, again: Again): CardElement {
  const { kit, locale } = view;
  const words = kit.words[locale];
  const steps = submits.map(([step]) => step);
  const [first = ""] = steps;
  const asks = kit.definition.steps[first]?.asks ?? {};
  const opened = view.opened ?? first;
  const intro = words.steps[opened]?.intro;
  return form(`record_${kit.definition.id}_${first}`, [
    ...(intro ? [md(intro, "notation")] : []),
    ...Object.entries(asks).flatMap(([name, field]) => fieldElements(view, name, field, again)),
    ...inFormOrder(kit.definition, opened, steps).flatMap(({ step, type }) => {
      const action = submits.find(([one]) => one === step)?.[1];
      const { button: opens = step, submit: label = opens, confirm } = words.steps[step] ?? {};
      return action ? [submitButton(label, action, { type, ...(confirm ? { confirm } : {}) })] : [];
    }),
  ]);
}

function fieldElements(view: FormView, name: string, field: Field, again: Again): FormElement[] {
  const { kit, record, locale } = view;
  const text = recordText(locale);
  const label = kit.words[locale].fields[name] ?? name;
  const was = again.typed[name] ?? (field.keeps ? record?.data[name] : undefined);
  const value = typeof was === "string" || typeof was === "number" ? { value: String(was) } : {};
  switch (field.kind) {
    case "given":
      return [];
    case "evidence":
      return [md(text.evidence(view.evidence, leastOf(field, record)), "notation")];
    case "choice": {
      const pairs = choicesOf(view, name, view.given ?? record?.data ?? {}, record);
      const [first] = pairs;
      if (!first) return field.optional ? [] : [md(label)];
      if (field.many) {
        // In the order they were chosen, which may be said; what is no choice any more was handed in, or decided by others.
        const offered = new Set<unknown>(pairs.map(([one]) => one));
        const chosen = (Array.isArray(was) ? was : []).filter((one): one is string => offered.has(one));
        return [md(label), multiSelect(name, label, pairs, chosen)];
      }
      // The first option is not preselected unless it is the only one, so that the person has to choose.
      const known = pairs.find(([one]) => one === was) ?? (pairs.length === 1 ? first : undefined);
      return [md(label), select({ name, label, options: pairs, chosen: known?.[0] })];
    }
    case "figures": {
      const before = figuresSchema.safeParse(record?.data[name]).data ?? {};
      return optionsIn(view, field, record).map(([id, called]) => {
        const box = boxOf(name, id);
        const is = again.typed[box] ?? before[id] ?? "";
        return input({ name: box, label: called, value: String(is), short: true });
      });
    }
    case "words": {
      const lines = field.longest > 60 ? { lines: 4 } : {};
      const shown = shownAs(label, field, text);
      return [input({ name, label: shown, ...value, ...lines, maxLength: Math.min(field.longest, 1000) })];
    }
    case "day":
      return [
        input({ name, label: shownAs(label, field, text), ...value, placeholder: text.dayHint, short: true }),
      ];
    default: {
      const unit = text.unit(label, text.units[field.kind]);
      return [input({ name, label: shownAs(unit, field, text), ...value, short: true })];
    }
  }
}

function shownAs(label: string, { optional }: { optional?: true }, text: RecordText): string {
  return optional ? text.optional(label) : label;
}

function problemLine({ problem }: Again): CardElement[] {
  return problem ? [md(`<font color='red'>${typed(problem)}</font>`)] : [];
}
