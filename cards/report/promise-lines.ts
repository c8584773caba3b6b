import { isAskedIn, promisedIn } from "../../src/domain/procedure/promise.ts";
import { promiseMark, readPromises } from "../../src/domain/procedure/promised-words.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { CardElement } from "../card.ts";
import { button, md, row, typed } from "../elements.ts";
import { periodName } from "../names.ts";
import { promiseWords } from "../text/procedures/promise.ts";
import { promiseText } from "../text/promise.ts";
import type { ReportView } from "./view.ts";

/** Promises listed on a report's card. */
const LISTED = 4;
/** Characters of a promise on a button. */
const ON_BUTTON = 24;

/** What the town has promised for this quarter or earlier and not answered yet, each with its answers. */
export function promisesAsked(view: ReportView): CardElement[] {
  const { report, promises = [], locale } = view;
  const text = promiseText(locale);
  const asked = promises.filter((record) => isAskedIn(record, report.period));
  if (asked.length === 0) return [];
  const more = asked.length - LISTED;
  return [
    md(text.asked(asked.length)),
    ...asked.slice(0, LISTED).flatMap((record): CardElement[] => {
      const { id, revision } = record;
      const keep = { kind: "step", id, step: "keep", revision: String(revision) } as const;
      return [
        md(said(record, view)),
        row([[button(text.keep, keep)], [button(text.otherwise, { kind: "show", id })]], [], "flow"),
      ];
    }),
    ...(more > 0 ? [md(text.more(more))] : []),
  ];
}

/** What this report says by when, each with a button that makes it a promise, unless it is one. */
export function promisesOffered(view: ReportView): CardElement[] {
  const { report, programme, promises = [], locale } = view;
  const { period, town } = report;
  const text = promiseText(locale);
  const made = new Set(promises.map((record) => `${record.ref.split("/")[0]} ${promisedIn(record).text}`));
  const offers = programme.areas.flatMap(({ id }) =>
    readPromises(report.content.areas[id]?.words.next ?? "", period)
      .map((one, at) => ({ ...one, ref: `${period}/${town}/${id}/${promiseMark(one, at)}` }))
      .filter((one) => !made.has(`${period} ${one.text}`)),
  );
  if (offers.length === 0) return [];
  return [
    md(text.offered, "notation"),
    ...offers.slice(0, LISTED).map(({ text: words, ref }) => {
      // Its period, which has none, its town and its ref.
      const about = `/${town}/${ref}`;
      return button(text.offer(cut(words)), { kind: "begin", procedure: "promise", about, step: "make" });
    }),
  ];
}

/** What the town has promised for this quarter or later, and what became of it, for its reviewer; the latest first. */
export function promiseResults(view: ReportView): CardElement[] {
  const { report, promises = [], locale } = view;
  const text = promiseText(locale);
  const states: Record<string, string> = promiseWords[locale].states;
  const present = promises.filter(
    (record) => record.state === "open" || promisedIn(record).quarter === report.period,
  );
  const lines = present.toReversed().map((record) => {
    const { reason } = record.data;
    const why = typeof reason === "string" && reason !== "" ? text.reason(typed(reason, 100)) : "";
    const { text: promised, quarter } = promisedIn(record);
    const state = states[record.state] ?? record.state;
    return `- ${text.line(typed(promised, 60), periodName(quarter, locale), state)}${why}`;
  });
  return lines.length > 0 ? [md([text.ofTown, ...lines.slice(0, LISTED)].join("\n"))] : [];
}

function said(record: ProcedureRecord, { locale }: ReportView): string {
  const { text, quarter } = promisedIn(record);
  return promiseText(locale).made(typed(text, 100), periodName(quarter, locale));
}

function cut(words: string): string {
  const letters = [...words];
  return letters.length > ON_BUTTON ? `${letters.slice(0, ON_BUTTON - 1).join("")}…` : words;
}
