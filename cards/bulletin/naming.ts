import type { Sentence } from "../../src/domain/bulletin/draft.ts";
import type { BulletinTown } from "../../src/domain/bulletin/facts.ts";
import type { PeriodId } from "../../src/domain/calendar/period.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";
import type { Addressee } from "../../src/domain/task/task.ts";
import { distinctTownName, longDayName, periodName, sectionName } from "../names.ts";
import { pointsText, scoreDecimals } from "../ranking/points.ts";
import { partLabel } from "../ranking/score-parts.ts";
import { addresseeName } from "../record/addressee-name.ts";
import { rankingText } from "../text/ranking.ts";

const ZH = "zh-CN";

/** How a bulletin names towns, places, indicators and days; always in Chinese. */
export type Naming = {
  town: (slug: string) => string;
  towns: (slugs: readonly string[]) => string[];
  unit: (to: Addressee) => string;
  area: (id: string) => string;
  indicator: (id: string) => string;
  period: (period: PeriodId) => string;
  day: (day: string) => string;
  score: (score: number) => string;
  /** `第4名`, `并列第5名`. */
  rank: (row: Pick<BulletinTown, "rank">) => string;
};

export function namingOf(
  programme: Programme,
  scheme: Scheme,
  { towns }: { towns: ReadonlyArray<Pick<BulletinTown, "rank" | "score">> },
): Naming {
  const decimals = scoreDecimals(
    towns.flatMap(({ score }) => score ?? []),
    scheme.decimals,
  );
  const held = new Map<number, number>();
  for (const { rank } of towns) if (rank !== null) held.set(rank, (held.get(rank) ?? 0) + 1);
  const town = (slug: string) => {
    const found = townBySlug(programme, slug);
    return found ? distinctTownName(programme, found, ZH) : slug;
  };
  const print = { text: rankingText(ZH), locale: ZH } as const;
  return {
    town,
    towns: (slugs) => slugs.map(town),
    unit: (to) => addresseeName(programme, to, ZH),
    area: (id) => sectionName(programme, id, ZH),
    indicator: (id) => partLabel(scheme, id, print),
    period: (period) => periodName(period, ZH),
    day: (day) => longDayName(day, ZH),
    score: (score) => pointsText(score, decimals),
    rank: ({ rank }) => `${(held.get(rank ?? 0) ?? 0) > 1 ? "并列" : ""}第${rank}名`,
  };
}

/** A sentence bound to the figures it states. */
export function stating(fact: unknown, text: string): Sentence {
  return { text, fact: JSON.stringify(fact) };
}
