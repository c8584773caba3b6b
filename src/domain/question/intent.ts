import type { PeriodId } from "../calendar/period.ts";
import type { Town } from "../programme/programme.ts";
import type { ChatAction } from "./action-words.ts";
import type { Aim } from "./aim.ts";
import type { AskedFigure, Whom } from "./asked-figure.ts";
import type { BookKind } from "./book-kind.ts";
import type { Figure } from "./figure.ts";
import type { RankingPart, TaskList } from "./intent-words.ts";
import type { RecordWords } from "./record-words.ts";
import type { Sought } from "./sought.ts";
import type { Span } from "./span.ts";

// What a message can be understood as.

/** `after`: only what came after that quarter of the same year, as for 下半年. */
export type When = { period?: PeriodId; after?: PeriodId };
export type Intent =
  | ({ kind: "status"; town: Town } & When)
  | ({ kind: "ranking"; which?: RankingPart } & When)
  /** Annual scores of towns and counties. */
  | { kind: "annual"; year?: number }
  /** The year's plan, of one town or of all. */
  | { kind: "plan"; year?: number; town?: Town }
  /** Where a town, or each of them, stands in the programme: now, or at the end of a quarter. */
  /** `day`: a past one that was named. */
  | ({ kind: "stages"; town?: Town; day?: string } & When)
  /** How an award is split by a quarter's result. */
  | ({ kind: "awards" } & When)
  | ({ kind: "missing" } & When)
  /** The quarter that is reported, as a whole. */
  | { kind: "overview" }
  /** Everything that waits for the asker. */
  | { kind: "my_day" }
  /** Reports that wait for a review or for their town. */
  | { kind: "waiting" }
  /** How scores are computed. */
  | ({ kind: "scheme" } & When)
  /** Something to be done, not to be known: about these towns, if any is named. */
  /** `measure`: it may mean the measure of that name as well. */
  | ({ kind: "action"; action: ChatAction; towns: Town[]; measure?: true } & When)
  /** What a town is: its kind, its phase, its county. */
  | { kind: "place"; towns: Town[] }
  /** A town's photos, the newest first; `page` counts from 1. */
  | ({ kind: "photos"; town: Town; page?: number } & When)
  /** Tasks by light; of one town, if named; `item`: the 督办 item of a number, within the present year unless it says which. */
  | { kind: "tasks"; scope: TaskList; town?: Town; item?: { year?: number; n: number } }
  /**
   * The records of a procedure; of one town, if named; `area`: of the ledgers those of this content area; `one`: a single
   * one as itself.
   */
  | ({ kind: "records"; of: AskedRecords; town?: Town; area?: string; one?: true } & When)
  /** A new record of one of these procedures: the form for it. */
  | { kind: "begin"; of: string[]; towns: Town[] }
  /** Records by where they stand; `one`: asked whether they do, or when they did. `why`: what led there. */
  /** `on`: what took or takes place on these days. `ids`: what a search found, `partial`: of the newest alone. */
  | ({
      kind: "sought";
      sought: Sought;
      towns: Town[];
      one?: true;
      why?: true;
      day?: string;
      on?: Span;
      ids?: readonly string[];
      partial?: true;
    } & When)
  /** What a source, or all of them, planned, put in place or spent by the funds ledgers. */
  | { kind: "funds"; column: "planned" | "inPlace" | "spent"; source?: string; year?: number; towns: Town[] }
  /** When a quarter's reports are due. */
  | ({ kind: "deadline" } & When)
  /** Who holds the posts of a town and its county. */
  | { kind: "people"; towns: Town[] }
  /** Days off and working weekends: of this day (`YYYY-MM-DD`), else of the time to come. */
  | { kind: "calendar"; day?: string }
  /** A workbook to be exported: of a quarter or its year if one is named; the ranking's full table as a picture. */
  | ({ kind: "book"; book: BookKind; picture?: boolean } & When)
  /** Meetings on site, and when the next one is. */
  | { kind: "meeting"; on?: Span }
  /** A quarter's inspections, or the last one (of a town); what they found to be mended, in a town if one is named. */
  | ({ kind: "visits"; last?: true; town?: Town } & When)
  | { kind: "mending"; town?: Town }
  /** Something the programme does not collect, in the asker's words. */
  | { kind: "not_collected"; thing: string; towns: Town[] }
  | { kind: "my_form" }
  | { kind: "help" }
  | { kind: "thanks" }
  /** An urgent message to these towns, or to towns still to be chosen. */
  | { kind: "urgent"; towns: Town[] }
  | ({ kind: "explain"; town?: Town } & When)
  /** A figure of one or several towns. */
  | ({ kind: "figure" } & AskedFigure & When)
  /** Compares the first town with the second; one town alone when the other is not named. */
  | ({ kind: "compare"; towns: Town[] } & When)
  /** What a town needs to reach a place or another town; without `town` it was not said for whom. */
  | ({ kind: "what_if"; town?: Town; aim: Aim } & When)
  | ({ kind: "which" } & Doubt & When)
  | { kind: "unknown"; parts: Understood };
/** The procedures whose records are asked for by name. */
export type AskedRecords =
  | "accountability"
  | "acceptance"
  | "honours"
  | "commendation"
  | "standard"
  | "guidance"
  | "town_plan"
  | "money"
  | "payment"
  | "area_ledger";
/** What of a text that was not understood was. */
export type Understood = { towns: Town[]; english: boolean } & When;
/** Which of these towns is meant, and what was asked; `town`: the one already known. */
export type Doubt = { options: Town[] } & (
  | { about: "status" | "explain" }
  | { about: "figure"; figure: Figure }
  | { about: "compare"; town?: Town }
  /** Which town wants to reach the target. */
  | { about: "what_if"; aim: Aim }
  /** Which town is the target. */
  | { about: "catch_up"; town?: Town }
);
/**
 * `period`: the quarter being reported, for 上季度 and the like; `today`: the quarter of the present day, if it is another,
 * and `day` that day itself (`YYYY-MM-DD`), for 明天.
 * `own`: the asker's town, for 我们镇. `before`: what the card before was about, which a follow-up leaves unsaid.
 * `records`: the words of the procedures, by which their records are asked for.
 */
export type AskContext = {
  period: PeriodId;
  today?: PeriodId;
  day?: string;
  own?: Town;
  before?: Topic;
  records?: readonly RecordWords[];
};
/** What an answer was about. `day`: a past one it was of; `figure`: of a figure's answer; `period`: the quarter it was of, if one was meant;
 * `day`: the past day. */
export type Topic = {
  ask: "status" | "explain" | "compare" | "ranking" | "figure" | "stages" | "sought";
  whom: Whom;
  figure?: Figure;
  sought?: Sought;
  day?: string;
} & When;
