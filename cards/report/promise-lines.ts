import { isOff } from "../../src/domain/procedure/definition.ts";
import { isAskedIn, promise, promisedIn, unmadePromises } from "../../src/domain/procedure/promise.ts";
import type { PromisedWords } from "../../src/domain/procedure/promised-words.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { CardElement } from "../card.ts";
import { button, md, row, typed } from "../elements.ts";
import { periodName } from "../names.ts";
import { brief } from "../text/brief.ts";
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
        md(words(promisedIn(record), locale)),
        row([[button(text.keep, keep)], [button(text.otherwise, { kind: "show", id })]], [], "flow"),
      ];
    }),
    ...(more > 0 ? [md(text.more(more))] : []),
  ];
}

/** What this report says outright by when, which is a promise once it is approved. */
export function promisesToCome(view: ReportView): CardElement[] {
  const { report, programme, promises = [], locale } = view;
  const text = promiseText(locale);
  if (report.status !== "submitted" || isOff(promise, programme)) return [];
  const lines = unmadePromises(report, promises, programme)
    .filter(({ firm }) => firm)
    .map((one) => `- ${words(one, locale)}`);
  return lines.length > 0 ? [md([text.willBe, ...lines.slice(0, LISTED)].join("\n"))] : [];
}

/** What this report aims at by when, each with a button that makes it a promise, unless it is one. */
export function promisesOffered(view: ReportView): CardElement[] {
  const { report, programme, promises = [], locale } = view;
  const text = promiseText(locale);
  const offers = unmadePromises(report, promises, programme).filter(
    ({ firm }) => !firm || report.status === "approved",
  );
  if (offers.length === 0 || isOff(promise, programme)) return [];
  return [
    md(text.offered, "notation"),
    ...offers.slice(0, LISTED).map(({ text: said, ref }) => {
      // Its period, which has none, its town and its ref.
      const about = `/${report.town}/${ref}`;
      return button(text.offer(brief(said, ON_BUTTON)), {
        kind: "begin",
        procedure: "promise",
        about,
        step: "make",
      });
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

function words({ text, quarter }: Pick<PromisedWords, "text" | "quarter">, locale: Locale): string {
  return promiseText(locale).made(typed(text, 100), periodName(quarter, locale));
}
