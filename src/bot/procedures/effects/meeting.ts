import type { OutboxRow } from "../../../../db/commit.ts";
import { causeId } from "../../../../db/outbox.ts";
import { latestPublication } from "../../../../db/publications.ts";
import { listRecords } from "../../../../db/records.ts";
import { holders } from "../../../../db/roster.ts";
import type { Deps } from "../../../deps.ts";
import { leaguesOf } from "../../../domain/explain/leagues.ts";
import { invitation } from "../../../domain/meeting/invitation.ts";
import { type GapClosed, guestChoices, meetingFacts } from "../../../domain/meeting/meeting.ts";
import type { Offered } from "../../../domain/procedure/field.ts";
import type { ProcedureRecord } from "../../../domain/procedure/record.ts";
import type { Programme } from "../../../domain/programme/programme.ts";
import { formatPercent } from "../../../domain/reading/numbers.ts";
import { supervision } from "../../../domain/task/supervision.ts";
import { presentPack } from "../../stages/still-in.ts";
import { begunBy, movedBy } from "./along.ts";
import type { Effect, Given } from "./effect.ts";
import { personChoice } from "./person-choice.ts";
import { nextNumber } from "./task.ts";

/** Who is invited in person, and not by the post of the unit. */
const HEADS = ["leader", "county_principal", "town_principal"] as const;

/** Every town with the gap it closed, the largest first, and everyone who can be invited. */
export const meetingDraft: Given = async (deps, { typed }) => {
  const [gaps, ...heads] = await Promise.all([
    gapsClosed(deps),
    ...HEADS.map((role) => holders(deps.db, role)),
  ]);
  const { programme } = deps;
  const offered = guestChoices(
    programme,
    heads.flat().map((person) => personChoice(deps, person)),
  ).map(({ id, name = id, nameEn = name }) => ({ id, name, nameEn }));
  return {
    candidates: candidates(await presentPack(deps), gaps),
    offered,
    gap: gaps.get(String(typed.town)) ?? null,
    best: [...gaps.keys()][0] ?? "",
  };
};

/** By town, the largest gap closed between the last two published quarters first; empty where these cannot be compared. */
async function gapsClosed({ db, programme }: Deps): Promise<Map<string, GapClosed>> {
  const now = await latestPublication(db);
  const before = now && (await latestPublication(db, now.period));
  if (!now || !before) return new Map();
  const rows = leaguesOf(now, before, programme).flatMap(({ town, gapClosed, gapRank }) =>
    gapClosed === null || gapRank === null || gapClosed <= 0
      ? []
      : [[town, { from: before.period, to: now.period, gap: gapClosed, place: gapRank }] as const],
  );
  return new Map(rows.toSorted(([, a], [, b]) => a.place - b.place));
}

function candidates({ towns }: Programme, gaps: ReadonlyMap<string, GapClosed>): Offered {
  const first = [...gaps.keys()].flatMap((slug) => towns.filter((town) => town.slug === slug));
  return [...first, ...towns.filter(({ slug }) => !gaps.has(slug))].map(({ slug, name, nameEn }) => {
    const gap = gaps.get(slug)?.gap;
    const share = gap === undefined ? "" : formatPercent(Math.round(gap * 1000) / 10);
    return {
      id: slug,
      name: share === "" ? name : `${name}（缩小差距${share}）`,
      nameEn: share === "" ? nameEn : `${nameEn} (closed ${share} of its gap)`,
    };
  });
}

/** The calendar follows the meeting (meetings/enter-meeting.ts) by the outbox, so that neither crash nor outage loses it. */
function entryRow({ id, revision }: ProcedureRecord, now: number): OutboxRow {
  const cause = `event ${id} ${revision}`;
  return {
    ...{ id: causeId(cause), cause, kind: "event", toType: "message_id", to: id },
    ...{ msgType: "text", content: "", fallback: "", status: "pending", runAt: now, at: now },
  };
}

/** An invitation for everyone, and an entry in the calendar. */
export const callMeeting: Effect = async (deps, { after }) => {
  const { invited, day } = meetingFacts(after);
  const also = begunBy(
    deps,
    after,
    invited.map((to) => ({
      procedure: invitation.id,
      step: "invite",
      about: {},
      values: { to, host: after.town, day },
    })),
  );
  return { also, outbox: [entryRow(after, deps.clock.now())] };
};

/** Whoever signed in stays so; the others are left unmarked once the meeting was held. */
export const settleGuests: Effect = async (deps, { after }) => ({
  also: movedBy(deps, after, await invitationsTo(deps, after), "settle"),
});

/** Everyone invited is told of the new day and asked again; the calendar follows. */
export const moveMeeting: Effect = async (deps, { after }) => ({
  also: movedBy(deps, after, await invitationsTo(deps, after), "again", { day: meetingFacts(after).day }),
  outbox: [entryRow(after, deps.clock.now())],
});

/** Nobody owes an answer any more, and the calendar has no entry. */
export const lapseGuests: Effect = async (deps, { after }) => ({
  also: movedBy(deps, after, await invitationsTo(deps, after), "lapse"),
  outbox: [entryRow(after, deps.clock.now())],
});

async function invitationsTo({ db }: Deps, { id }: ProcedureRecord): Promise<ProcedureRecord[]> {
  return (await listRecords(db, { procedure: invitation.id })).filter(({ ref }) => ref === id);
}

/** What the meeting decided becomes a 督办 item. */
export const decideItem: Effect = async (deps, { after }) => {
  const { to, title, owner, due, day_off } = after.log.at(-1)?.values ?? {};
  const number = await nextNumber(deps);
  const values = { to, title, owner, due, day_off, origin: "meeting", evidence_needed: "", number };
  return { also: begunBy(deps, after, [{ procedure: supervision.id, step: "issue", about: {}, values }]) };
};
