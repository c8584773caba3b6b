import type { Misreport } from "../../src/domain/checkup/verify-misreport.ts";
import type { Objection } from "../../src/domain/objection.ts";
import type { Locale } from "../../src/domain/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme.ts";
import type { SchemeVersion } from "../../src/domain/scoring/scheme-version.ts";
import type { CheckupOverview } from "../../src/domain/views.ts";
import type { CardElement } from "../card.ts";
import { button, md, panel, row, typed } from "../elements.ts";
import { indicatorName } from "../misreport/indicator-name.ts";
import { momentName, townName } from "../names.ts";
import { flagFact } from "../report/flag-text.ts";
import { checkupFact } from "../review/checkup-fact.ts";
import { CHECKUP_TEXT } from "../text/checkup.ts";
import { officeText } from "../text/office.ts";

// What the office looks into beside the quarter's course, folded away until it is wanted.

type View = { programme: Programme; locale: Locale };

/** Facts and objections listed one by one before the rest is only counted. */
const LISTED = 10;

/** What the check-up noticed, the graver first: facts, never points. */
export function checkupPanel({ towns, all }: CheckupOverview, view: View): CardElement[] {
  const { locale } = view;
  const text = CHECKUP_TEXT[locale];
  const facts = [
    ...all.map((flag) => ({ severity: flag.severity, fact: checkupFact(flag, view) })),
    ...towns.flatMap(({ town, asked, compared }) => {
      const named = (fact: string) => text.ofTown(townName(town, locale), fact);
      return [
        ...asked.map((flag) => ({ severity: flag.severity, fact: named(flagFact(flag, view)) })),
        ...compared.map((flag) => ({ severity: flag.severity, fact: named(checkupFact(flag, view)) })),
      ];
    }),
  ];
  if (facts.length === 0) return [];
  const [flags, watched] = (["flag", "watch"] as const).map((one) =>
    facts.filter(({ severity }) => severity === one).map(({ fact }) => `- ${typed(fact, 120)}`),
  );
  const listed = [...(flags ?? []), ...(watched ?? [])].slice(0, LISTED);
  const graver = listed.slice(0, flags?.length ?? 0);
  const lighter = listed.slice(graver.length);
  const body = [
    ...(graver.length > 0 ? [`**${text.severities.flag}**\n${graver.join("\n")}`] : []),
    ...(lighter.length > 0 ? [`**${text.severities.watch}**\n${lighter.join("\n")}`] : []),
    ...(facts.length > listed.length ? [text.more(facts.length - listed.length)] : []),
  ];
  return [
    panel(text.panel(flags?.length ?? 0, watched?.length ?? 0), [
      md(text.advice, "notation"),
      md(body.join("\n\n")),
    ]),
  ];
}

/** Objections, those waiting for an answer first, each with its button. */
export function objectionsPanel(objections: Objection[], view: View): CardElement[] {
  const { programme, locale } = view;
  const text = officeText(locale);
  if (objections.length === 0) return [];
  const waiting = objections.filter(({ answer }) => answer === null);
  const ordered = [...waiting, ...objections.filter(({ answer }) => answer !== null)];
  const more = ordered.length - LISTED;
  return [
    panel(text.objectionsPanel(objections.length, waiting.length), [
      ...ordered.slice(0, LISTED).map((objection) => {
        const about =
          objection.indicator === "other"
            ? text.otherMatter
            : indicatorName(programme, objection.indicator, locale);
        const when = momentName(objection.at, locale);
        const line = md(text.objectionLine(nameOfTown(objection.town, view), typed(about, 40), when));
        if (objection.answer !== null) return md(`${line.content} ${text.answered}`);
        return row([[line], [button(text.answerIt, { kind: "answer_form", id: objection.id })]], [1, 0]);
      }),
      ...(more > 0 ? [md(text.moreObjections(more), "notation")] : []),
    ]),
  ];
}

/** What waits for a second person of the office: findings of misreports, other weights. */
export function decisionsPanel(
  { misreports, schemes }: { misreports: Misreport[]; schemes: SchemeVersion[] },
  view: View,
): CardElement[] {
  const { programme, locale } = view;
  const text = officeText(locale);
  const lines = [
    ...misreports.map(({ town, indicator, proposedAt }) =>
      text.misreportLine(
        nameOfTown(town, view),
        typed(indicatorName(programme, indicator, locale), 40),
        momentName(proposedAt, locale),
      ),
    ),
    ...schemes.map(({ id, proposedAt }) => text.schemeLine(typed(id, 40), momentName(proposedAt, locale))),
  ];
  if (lines.length === 0) return [];
  const listed = lines.slice(0, LISTED).map((line) => `- ${line}`);
  return [
    panel(text.decisionsPanel(lines.length), [md(listed.join("\n")), md(text.decideWhere, "notation")]),
  ];
}

function nameOfTown(slug: string, { programme, locale }: View): string {
  const town = townBySlug(programme, slug);
  return town ? townName(town, locale) : slug;
}
