import type { Card } from "../../../cards/card.ts";
import { asOf } from "../../../cards/living/living.ts";
import { type BoardView, stageBoardCard } from "../../../cards/stages/board.ts";
import { townStageCard } from "../../../cards/stages/town-stage.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, periodDays } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import { mayBegin } from "../../domain/procedure/take.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import { boardRows } from "../../domain/stages/board.ts";
import { stagesOf } from "../../domain/stages/history.ts";
import { phaseYears, yearsOf } from "../../domain/stages/phase-years.ts";
import { stage } from "../../domain/stages/stage.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** The subject of the board's living card. */
const BOARD = "programme";

/** "阶段目标", "碛口到哪一步了", "去年底呢": of one town or of all, now, on a past day or at the end of a quarter. */
export async function answerStages(
  deps: Deps,
  asker: Asker,
  { town, period, day: named }: { town?: Town; period?: PeriodId; day?: string },
): Promise<Reply> {
  const { person, chat } = asker;
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const day = named === undefined ? pastDay(period, today) : named < today ? named : null;
  if (!town && day === null && chat === null) return { living: { kind: "phased_goals", subject: BOARD } };
  const card = town ? await ofTown(deps, asker, town, day) : await board(deps, asker, day);
  const subject = topicSubject({
    whom: town ? { towns: [town] } : "all",
    ...(period ? { period } : {}),
    ...(day === null || period ? {} : { day }),
  });
  return { card: asOf(card, now, person.locale), stands: { kind: "stages", subject } };
}

/** The board as a living card. */
export async function drawBoard(deps: Deps, _: string, reader: Person): Promise<{ card: Card }> {
  return { card: await board(deps, { person: reader, chat: null }, null) };
}

/** The last day of a quarter that is over; null for now. */
function pastDay(period: PeriodId | undefined, today: string): string | null {
  const last = period && periodDays(period).last;
  return last !== undefined && last < today ? last : null;
}

async function board(deps: Deps, asker: Asker, day: string | null): Promise<Card> {
  const { programme } = deps;
  const { person, chat } = asker;
  const found = await known(deps, asker, programme.towns, day);
  const at = { actor: person, now: deps.clock.now(), programme, evidence: 0 };
  const origin = { town: "" };
  const alone = chat === null && day === null;
  const may: BoardView["may"] = {
    list: alone && found.records.some((record) => maySeeRecord(stage, record, person, programme)),
    enlist: alone && found.records.length < programme.towns.length && mayBegin(stage, "enlist", origin, at),
    setYears: alone && mayBegin(phaseYears, "enter", origin, at),
  };
  const { rows, years, yearsSet } = found;
  return stageBoardCard({ programme, rows, years, day, may, yearsSet, locale: person.locale });
}

async function ofTown(deps: Deps, asker: Asker, town: Town, day: string | null): Promise<Card> {
  const { programme, clock } = deps;
  const { person, chat } = asker;
  const { rows, records } = await known(deps, asker, [town], day);
  const [row] = rows;
  if (!row) throw new Error(`no row of ${town.slug}`);
  const record = records.find((one) => one.town === town.slug) ?? null;
  const opens = chat === null && record !== null && maySeeRecord(stage, record, person, programme);
  const last = day ?? shanghaiDay(clock.now());
  return townStageCard({
    programme,
    row,
    passed: record ? stagesOf(record).filter(({ since }) => since <= last) : [],
    day,
    record: opens ? record.id : null,
    locale: person.locale,
  });
}

async function known(deps: Deps, asker: Asker, towns: readonly Town[], day: string | null) {
  const { db, programme, clock } = deps;
  const [records, [set]] = await Promise.all([
    listRecords(db, { procedure: stage.id }),
    listRecords(db, { procedure: phaseYears.id }),
  ]);
  const years = yearsOf(programme, set ?? null);
  const today = shanghaiDay(clock.now());
  const knows = visibleTowns(deps, asker);
  const rows = boardRows(programme, records, { towns, years, day: day ?? today, today, knows });
  return { rows, records, years, yearsSet: set?.id ?? null };
}
