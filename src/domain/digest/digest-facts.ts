import { shanghaiDay } from "../calendar/shanghai-time.ts";
import type { AskedQuestion } from "../procedure/question.ts";
import type { Debtor } from "../reminders/owed-item.ts";
import type { Addressee } from "../task/task.ts";
import { burdenOf } from "./burden.ts";
import type { Audience, DigestFacts, DigestInput } from "./facts.ts";
import { pacesOf } from "./paces.ts";
import { promiseRows } from "./promise-rows.ts";
import { countyScores, rankRows, risenMost, townsOfCounty } from "./rank-rows.ts";
import { recordRows } from "./record-rows.ts";
import { reportingOf, reportRows } from "./report-rows.ts";
import type { Asked, DigestRow } from "./rows.ts";
import { staleness } from "./staleness.ts";
import { daysSince, taskRows } from "./task-rows.ts";

/**
 * The facts of one audience's digest at `now` (UTC ms), with reasons but without wording. A county's digest holds its
 * own towns and nothing from which another county's figures could be derived.
 */
export function digestFacts(input: DigestInput, audience: Audience, now: number): DigestFacts {
  const { kind, period, span, ranking, burden, missed } = input;
  const everyone = audience === "leading_group";
  const towns = townsFor(input, audience);
  const own = new Set(towns);
  const mine = (to: Addressee) =>
    everyone || (to.kind === "town" ? own.has(to.slug) : to.kind === "county" && to.slug === audience.county);
  const ownDebt = (owes: Debtor) =>
    everyone || ((owes.kind === "town" || owes.kind === "county") && mine(owes));
  const ranks = rankRows(input, own);
  const listed: DigestRow[] = [
    ...reportRows(input, towns, now),
    ...taskRows(input, mine, now),
    ...recordRows(input, ownDebt, now),
    ...promiseRows(input, towns, now),
    ...ranks,
  ];
  const quarterly = kind === "quarterly";
  return {
    kind,
    period,
    audience,
    at: now,
    span,
    reporting: reportingOf(input, towns, now),
    paces: pacesOf(input, towns, audience, now),
    ranking: ranking && {
      period: ranking.now.period,
      publishedAt: ranking.now.at,
      ranked: ranking.now.result.rows.filter(({ rank }) => rank !== null).length,
    },
    counties: quarterly && everyone ? countyScores(input) : [],
    risen: quarterly ? risenMost(ranks) : null,
    rows: withQuestions(listed, input, own, now),
    burden: { now: burdenOf(burden.now, towns), before: burdenOf(burden.before, towns) },
    missed,
    stale: staleness(input, towns, now, everyone),
  };
}

/** Slugs of the audience's towns, in list order. */
function townsFor({ programme }: Pick<DigestInput, "programme">, audience: Audience): string[] {
  if (audience === "leading_group") return programme.towns.map(({ slug }) => slug);
  const county = programme.counties.find(({ slug }) => slug === audience.county);
  return county ? townsOfCounty(programme, county) : [];
}

/** Attaches each question to the row it is about; a question whose subject is not listed gets a row of its own. */
function withQuestions(
  rows: DigestRow[],
  { questions }: Pick<DigestInput, "questions">,
  towns: ReadonlySet<string>,
  now: number,
): DigestRow[] {
  const latest = new Map<string, AskedQuestion>();
  for (const question of [...questions].sort((a, b) => a.askedAt - b.askedAt))
    if (towns.has(question.town)) latest.set(keyOf(question.town, question.about), question);
  const placed = rows.map((row): DigestRow => {
    const key = keyOf(row.town ?? "", row.id);
    const question = latest.get(key);
    if (!question) return row;
    latest.delete(key);
    return { ...row, asked: askedOf(question, now) };
  });
  const alone = [...latest.values()].map((question): DigestRow => {
    const asked = askedOf(question, now);
    const { id, town, about, title } = question;
    return { kind: "question", id: `ask/${id}`, mark: "", town, asked, about, title };
  });
  return [...placed, ...alone];
}

function keyOf(town: string, about: string): string {
  return `${town} ${about}`;
}

function askedOf({ text, askedAt, answer }: AskedQuestion, now: number): Asked {
  const since = shanghaiDay(askedAt);
  return { text, since, days: daysSince(since, shanghaiDay(now)), answer };
}
