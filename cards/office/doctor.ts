import type { Finding } from "../../src/domain/finding.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Card } from "../card.ts";
import { card, md, panel, typed } from "../elements.ts";
import { doctorText, findingText } from "../text/doctor.ts";

const COLOURS = { wrong: "red", todo: "orange", fine: "green" } as const;

/** The office's look at the whole bot: what has to be attended to with its next step, and folded what is in order. */
export function doctorCard({ findings, locale }: { findings: readonly Finding[]; locale: Locale }): Card {
  const text = doctorText(locale);
  const open = findings.filter(({ state }) => state !== "fine").sort((a, b) => rank(a) - rank(b));
  const fine = findings.filter(({ state }) => state === "fine");
  const template = open.some(({ state }) => state === "wrong") ? "red" : open.length > 0 ? "orange" : "green";
  const told = (finding: Finding) =>
    `<font color='${COLOURS[finding.state]}'>●</font> ${typed(findingText(finding, locale), 400)}`;
  return card({ title: text.title, template }, [
    md(open.length > 0 ? text.found(open.length) : text.sound),
    ...open.map((finding) => md(`${told(finding)}\n${text.checks[finding.check].next}`)),
    ...(fine.length > 0 ? [panel(text.rest(fine.length), [md(fine.map(told).join("\n"))])] : []),
  ]);
}

function rank({ state }: Finding): number {
  return state === "wrong" ? 0 : 1;
}
