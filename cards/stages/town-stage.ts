import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Stage } from "../../src/domain/programme/stage-schema.ts";
import type { BoardRow } from "../../src/domain/stages/board.ts";
import type { Action } from "../action.ts";
import { shortAnswer } from "../ask/short-answer.ts";
import type { Card } from "../card.ts";
import { longDayName, nameOf, townName } from "../names.ts";
import { query } from "../query.ts";
import { stageNames } from "../text/stage-names.ts";
import { stagesText } from "../text/stages.ts";

/**
 * `passed`: the stages up to the day asked for; `day`: an earlier day, null for now; `record`: the town's record, for
 * those who may open it.
 */
export type TownStageView = {
  programme: Programme;
  row: BoardRow;
  passed: ReadonlyArray<{ stage: Stage; since: string }>;
  day: string | null;
  record: string | null;
  locale: Locale;
};

/** "碛口到哪一步了": where a town stands, since when, what comes next. */
export function townStageCard(view: TownStageView): Card {
  const { programme, row, day, record, locale } = view;
  const text = stagesText(locale);
  const name = townName(row.town, locale);
  const offers: Array<[string, Action]> = [
    ...(record ? [[text.record, { kind: "show", id: record }] satisfies [string, Action]] : []),
    [text.title, query.ask("stages")],
  ];
  return shortAnswer({
    programme,
    title: day === null ? text.ofTown(name) : text.ofTownOn(name, longDayName(day, locale)),
    lines: lines(view),
    offers,
    locale,
  });
}

function lines({ row, passed, day, locale }: TownStageView): string[] {
  const text = stagesText(locale);
  const { stages, sides } = stageNames(locale);
  const { standing, goal, behind, papers, moving } = row;
  const name = townName(row.town, locale);
  if (!standing) return [day === null ? text.noRecord(name) : text.notThen(name, longDayName(day, locale))];
  const side = standing.side ? [text.side(sides[standing.side])] : [];
  const now = text.town(stages[standing.stage], text.since(longDayName(standing.since, locale)));
  const past = passed
    .filter(({ stage }) => stage !== standing.stage)
    .map(({ stage, since }) => text.step(stages[stage], longDayName(since, locale)));
  return [
    [now, ...side].join(text.comma),
    ...(moving ? [text.moving(stages[moving])] : []),
    ...(behind?.year
      ? [text.behind(stages[behind.stage], behind.year)]
      : goal
        ? [text.goal(stages[goal.stage], goal.year === null ? text.noYear : text.year(goal.year))]
        : []),
    ...(papers.length > 0 ? [text.papers(papers.map((one) => nameOf(one, locale)).join(text.list))] : []),
    ...(past.length > 0 ? [`**${text.path}**`, ...past] : []),
  ];
}
