import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Report } from "../../src/domain/report/report.ts";
import type { Flag } from "../../src/domain/report/soft-checks.ts";
import type { CardElement } from "../card.ts";
import { md, panel, typed } from "../elements.ts";
import { flagText } from "../report/flag-text.ts";
import { rankingText } from "../text/ranking.ts";

/** The check-up's questions about an approved report; the report holds the answers. */
export type AskedQuestions = { report: Report; flags: Flag[] };

/** Questions listed; the others are counted. */
const LISTED = 8;

/** The check-up's questions to a town with its answers, folded. They deduct no points. */
export function askedQuestions(
  { report, flags }: AskedQuestions,
  { programme, locale }: { programme: Programme; locale: Locale },
): CardElement[] {
  if (flags.length === 0) return [];
  const text = rankingText(locale);
  const lines = flags.slice(0, LISTED).map((flag) => {
    const said = report.answers[flag.key]?.answer ?? "";
    const question = typed(flagText(flag, { programme, report, locale }), 160);
    return `- ${question}<br>${said === "" ? text.unanswered : text.answered(typed(said, 80))}`;
  });
  const more = flags.length > LISTED ? [`- ${text.moreQuestions(flags.length - LISTED)}`] : [];
  return [
    panel(text.questions(flags.length), [
      md([...lines, ...more].join("\n")),
      md(text.questionsNote, "notation"),
    ]),
  ];
}
