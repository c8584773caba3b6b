import type { RankBands } from "../../src/domain/explain/bands.ts";
import type { LeagueRow } from "../../src/domain/explain/leagues.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Ranking } from "../../src/domain/ranking/ranked-town.ts";

/**
 * `bands`: the certainty of each place; `leagues`: the other leagues; each is omitted when not given. `forAll`: for
 * readers of both languages, whose tables and charts have both names and otherwise figures. `asked`: it answers a question.
 */
export type RankingView = {
  programme: Programme;
  ranking: Ranking;
  bands?: RankBands | null;
  leagues?: LeagueRow[];
  forAll?: true;
  asked?: true;
  locale: Locale;
};
