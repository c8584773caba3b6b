import { type Draft, type Paragraph, repeatedIn, type Sentence } from "../../src/domain/bulletin/draft.ts";
import type { BulletinFacts } from "../../src/domain/bulletin/facts.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Publication } from "../../src/domain/ranking/publication.ts";
import { BULLETIN_TEXT as text } from "../text/bulletin.ts";
import { type Naming, namingOf, stating } from "./naming.ts";
import { demandParagraphs, problemParagraphs } from "./problems.ts";
import { areaParagraphs, namedParagraphs, rankingParagraphs, wholeParagraphs } from "./sections.ts";
import { bulletinTables } from "./tables.ts";

/** `before`: the sentences of the bulletin of the quarter before; `today`: `YYYY-MM-DD`. */
export type Composing = {
  programme: Programme;
  publication: Publication;
  before: readonly Sentence[];
  today: string;
};

/**
 * The text of a quarter's 通报 from its facts. A sentence of the bulletin before that would stand here for other figures
 * says which quarter it is of.
 */
export function composeBulletin(facts: BulletinFacts, composing: Composing): Draft {
  const { programme, publication, before, today } = composing;
  const names = namingOf(programme, publication.scheme, facts);
  const period = names.period(facts.period);
  const fresh = (says: Sentence[]) => {
    const again = new Set(repeatedIn(says, before));
    return says.map((one) => (again.has(one) ? { ...one, text: text.fresh(period, one.text) } : one));
  };
  const section = (id: keyof typeof text.headings, paragraphs: Sentence[][]) => ({
    heading: text.headings[id],
    paragraphs: paragraphs.map((says, i): Paragraph => ({ id: `${id}.${i + 1}`, sentences: fresh(says) })),
  });
  const named = (parts: Array<{ name: string; says: Sentence[] }>) =>
    parts.map(({ name, says }, i) => [stating(name, `（${numeral(i + 1)}）${name}。`), ...says]);
  const problems = named(problemParagraphs(facts, names));
  const demands = demandParagraphs(facts, names, today);
  return {
    ...frame(programme, publication, names, facts.towns),
    corrects: "",
    title: text.title(period, programme.name),
    opening: openingOf(text.opening(period, programme.name)),
    sections: [
      section("whole", wholeParagraphs(facts, names)),
      section("areas", named(areaParagraphs(facts, names))),
      section("ranking", rankingParagraphs(facts, names)),
      section("named", namedParagraphs(facts, names)),
      section("problems", problems.length > 0 ? problems : [[stating("none", text.noProblems)]]),
      section("next", facts.demands.length > 1 ? demands.map(numbered) : demands),
    ],
    tables: bulletinTables(facts, programme, deltasOf(publication), names),
  };
}

/** What every bulletin has beside its text. */
export function frame(
  programme: Programme,
  { period, seq, hash }: Publication,
  names: Naming,
  towns: ReadonlyArray<{ town: string }>,
): Pick<Draft, "of" | "to" | "cc" | "office" | "names"> {
  const { to, cc } = programme.bulletin;
  return {
    ...{ of: { period, seq, hash }, to, cc, office: fullOfficeName(programme) },
    names: Object.fromEntries(towns.map(({ town }) => [town, names.town(town)])),
  };
}

/** `市特色镇领导小组办公室` with the name of its city. */
function fullOfficeName({ city, office }: Programme): string {
  if (office.name.startsWith(city.name)) return office.name;
  return office.name.startsWith("市") ? `${city.name}${office.name.slice(1)}` : office.name;
}

/** The sentence that says what it is about, and the usual one after it. */
export function openingOf(lines: readonly string[]): Paragraph {
  return paragraph(
    "opening",
    lines.map((line, i) => stating(i === 0 ? line : "opening", line)),
  );
}

export function paragraph(id: string, sentences: Sentence[]): Paragraph {
  return { id, sentences };
}

function numbered(says: Sentence[], i: number): Sentence[] {
  return says.map((one, n) => (n === 0 ? { ...one, text: `${i + 1}.${one.text}` } : one));
}

/** 一 to 九十九. */
export function numeral(n: number): string {
  const digits = "〇一二三四五六七八九";
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return `${ten}${ones === 0 && tens > 0 ? "" : digits[ones]}`;
}

function deltasOf({ result }: Publication): Map<string, number | null> {
  return new Map(result.rows.map(({ town, delta }) => [town, delta]));
}
