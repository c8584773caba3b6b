import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { CheckupOverview } from "../../src/domain/views.ts";
import type { CardElement } from "../card.ts";
import { button, md, panel, typed } from "../elements.ts";
import { townName } from "../names.ts";
import type { ProcedureKit } from "../record/kit.ts";
import { recordLines } from "../record/list.ts";
import { flagFact } from "../report/flag-text.ts";
import { checkupFact } from "../review/checkup-fact.ts";
import { CHECKUP_TEXT } from "../text/checkup.ts";
import { officeText } from "../text/office.ts";

// The folded panels of the office's quarter card.

type View = { programme: Programme; locale: Locale };

/** Facts and objections listed; the others are counted. */
const LISTED = 10;

/** The check-up's flags, serious ones first. Flags deduct no points. */
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

/** The quarter's records, one panel for each procedure, open ones first. */
export function recordPanels(
  view: View & { records: readonly ProcedureRecord[]; kits: readonly ProcedureKit[] },
): CardElement[] {
  const { records, kits, locale } = view;
  const text = officeText(locale);
  return kits.flatMap(({ definition, words }) => {
    const mine = records.filter(({ procedure }) => procedure === definition.id);
    if (mine.length === 0) return [];
    const isOver = ({ state }: ProcedureRecord) => definition.states[state]?.ends === true;
    const waiting = mine.filter((record) => !isOver(record));
    const ordered = [...waiting, ...mine.filter(isOver)];
    const more = ordered.length - LISTED;
    const all = button(text.allRecords, { kind: "list", scope: definition.id, page: "1" });
    return [
      panel(text.recordsPanel(words[locale].name, mine.length, waiting.length), [
        ...recordLines(view, ordered.slice(0, LISTED)),
        ...(more > 0 ? [all] : []),
      ]),
    ];
  });
}
