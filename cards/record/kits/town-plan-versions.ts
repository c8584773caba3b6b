import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { openAside } from "../../../src/domain/procedure/aside.ts";
import type { Values } from "../../../src/domain/procedure/record.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import { answersByNumber } from "../../../src/domain/town-plan/comments.ts";
import { sentenceDifference } from "../../../src/domain/town-plan/difference.ts";
import { townPlan } from "../../../src/domain/town-plan/town-plan.ts";
import {
  changedSections,
  type PlanSection,
  type PlanVersion,
  sinceSubmitted,
  versionsOf,
} from "../../../src/domain/town-plan/versions.ts";
import { touched } from "../../../src/domain/town-plan/writing.ts";
import type { CardElement } from "../../card.ts";
import { md, panel, typed } from "../../elements.ts";
import { longDayName } from "../../names.ts";
import { recordText } from "../../text/record.ts";
import { townPlanText } from "../../text/town-plan.ts";
import type { RecordView } from "../kit.ts";
import { sectionText } from "./town-plan-sections.ts";

// What differs between the versions of a 方案, the comments on it, and which versions there were.

/** Differences shown of one section, and characters of each. */
const MOST = 4;
const LONGEST = 200;
/** Versions listed, the last ones. */
const VERSIONS = 8;

/** What these values change in each of the versions they are held against. */
export function differences(view: RecordView, values: Values, before: readonly PlanVersion[]): CardElement[] {
  const text = townPlanText(view.locale);
  return before.flatMap(({ n, approvedAt, values: old }): CardElement[] => {
    const lines = changedSections(old, values).map((section) =>
      text.section(text.names[section], difference(view, section, old, values)),
    );
    if (lines.length === 0) return [md(text.same(n), "notation")];
    const title = approvedAt === null ? text.differs(n) : text.differsFromForce(n);
    return [panel(title, [md(lines.join("<br>"))])];
  });
}

function difference(view: RecordView, section: PlanSection, before: Values, after: Values): string {
  const text = townPlanText(view.locale);
  const { comma } = recordText(view.locale);
  const [old, now] = [before, after].map((values) => {
    const said = sectionText(view, section, values);
    // Of the funds each source is a sentence of its own.
    return section === "funds" ? said.replaceAll(comma, "\n") : said;
  });
  const { gone, come } = sentenceDifference(old ?? "", now ?? "");
  const cut = (words: string) => typed(words, LONGEST);
  const [from, to] = [old === "" ? text.none : gone[0], now === "" ? text.none : come[0]];
  if (gone.length <= 1 && come.length <= 1 && from && to) return text.becomes(cut(from), cut(to));
  const all = [...gone.map((one) => text.gone(cut(one))), ...come.map((one) => text.come(cut(one)))];
  const more = all.length - MOST;
  return [...all.slice(0, MOST), ...(more > 0 ? [text.more(more)] : [])].join(" ");
}

/** Comments with their answers, what a change touches, and, for those who write it, why it came back. */
export function words(view: RecordView, isDraft: boolean): CardElement[] {
  const { record, locale } = view;
  const text = townPlanText(locale);
  const { comments, answers } = record.data;
  const asked = openAside(townPlan, record, "change") !== null || record.state === "changing";
  const named = touched(record);
  const back = isDraft
    ? (sinceSubmitted(record, "send_back") ?? sinceSubmitted(record, "return"))
    : undefined;
  const sections = Object.entries(text.names).flatMap(([id, name]) => (named.includes(id) ? [name] : []));
  return [
    ...(back ? [md(text.sentBack(typed(String(back.values.why ?? ""), 300)))] : []),
    ...(comments ? [md(commentLines(String(comments), String(answers ?? ""), locale))] : []),
    ...(asked && sections.length > 0 ? [md(text.touches(sections.join(text.list)))] : []),
  ];
}

/** Numbered comments, each with what was answered to it; what cannot be told apart follows them. */
export function commentLines(comments: string, answers: string, locale: Locale): string {
  const text = townPlanText(locale);
  const lines = comments.split("\n");
  const each = answersByNumber(lines.length, answers);
  const said = lines.map((comment, i) => {
    const answer = each?.[i] ?? "";
    return answer === "" ? typed(comment, 300) : text.answered(typed(comment, 300), typed(answer, 300));
  });
  const whole = each === null && answers !== "" ? `<br>${text.answers(typed(answers, 600))}` : "";
  return text.comments(said.join("<br>")) + whole;
}

/** Every version: when it was submitted and approved, by which paper, and what it changed. */
export function versionsPanel(view: RecordView): CardElement[] {
  const text = townPlanText(view.locale);
  const versions = versionsOf(view.record);
  if (versions.length < 2) return [];
  const day = (ms: number) => longDayName(shanghaiDay(ms), view.locale);
  const lines = versions.map(({ n, at, approvedAt, paper, values }, i) => {
    const approved = approvedAt === null ? "" : text.approved(day(approvedAt), typed(paper, 60));
    const before = versions[i - 1];
    const changed = before ? changedSections(before.values, values).map((one) => text.names[one]) : [];
    return text.ofVersion(text.version(n, day(at)), approved, changed.join(text.list));
  });
  return [panel(text.versions(versions.length), [md(lines.slice(-VERSIONS).join("<br>"))])];
}
