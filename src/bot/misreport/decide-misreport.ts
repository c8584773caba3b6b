import { findingNewsCard } from "../../../cards/misreport/misreport.ts";
import type { Move } from "../../../cards/office/moves.ts";
import { misreportText } from "../../../cards/text/misreport.ts";
import { sha256 } from "../../../db/audit-chain.ts";
import { boundChats } from "../../../db/chats.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { decideMisreport } from "../../../db/misreports.ts";
import { findPublication, insertPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { Misreport } from "../../domain/checkup/verify-misreport.ts";
import type { Locale, Person } from "../../domain/people.ts";
import { frozenText, type Publication } from "../../domain/publication.ts";
import { reportId } from "../../domain/report/report.ts";
import { movesBetween } from "../quarter/correct.ts";
import { computeRanking } from "../quarter/publish.ts";
import { townOfficials } from "../roster/people.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";

/**
 * Stores what was decided. Confirmed, the town is told; where the ranking is out, a corrected one stands beside it and
 * the groups and every town that moves are told too.
 */
export async function decideFinding(
  deps: Deps,
  misreport: Misreport,
  person: Person,
  confirmed: boolean,
  inbox: string[],
): Promise<Misreport> {
  const now = deps.clock.now();
  const decision = { confirmed, decidedBy: person.openId, decidedAt: now };
  const decided = { ...misreport, ...decision };
  const corrected = confirmed ? await correctedBy(deps, decided, person.openId) : null;
  await commit(
    deps.db,
    {
      audit: {
        actor: person.openId,
        kind: confirmed ? "misreport.confirm" : "misreport.drop",
        subject: reportId(misreport.period, misreport.town),
        detail: {
          id: misreport.id,
          ...(corrected ? { seq: corrected.publication.seq, hash: corrected.publication.hash } : {}),
        },
      },
      inbox,
      writes: [
        decideMisreport(deps.db, misreport.id, decision),
        ...(corrected ? [insertPublication(deps.db, corrected.publication)] : []),
      ],
      outbox: confirmed ? await tell(deps, decided, corrected?.moves ?? null) : [],
    },
    now,
  );
  return decided;
}

async function correctedBy(
  deps: Deps,
  misreport: Misreport,
  by: string,
): Promise<{ publication: Publication; moves: Move[] } | null> {
  const { period } = misreport;
  const published = await findPublication(deps.db, period);
  if (!published) return null;
  const frozen = await computeRanking(deps, period, { scheme: published.scheme, confirmed: misreport });
  const hash = await sha256(frozenText(frozen));
  const publication = { period, seq: published.seq + 1, at: deps.clock.now(), by, ...frozen, hash };
  return { publication, moves: movesBetween(published, publication) };
}

async function tell(deps: Deps, misreport: Misreport, moves: Move[] | null): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const cause = `misreport news ${misreport.id}`;
  const stands = { kind: "misreport", subject: misreport.id };
  const say = (to: { openId: string } | { chatId: string }, locale: Locale) => {
    const card = findingNewsCard({ programme: deps.programme, misreport, moves, locale });
    return enqueueCard({ ...to, quiet: true }, card, cause, misreportText(locale).fallback, now, stands);
  };
  const chats = moves === null ? [] : await boundChats(deps.db);
  const concerned = new Set([misreport.town, ...(moves ?? []).map(({ town }) => town)]);
  const officials = await Promise.all([...concerned].map((town) => townOfficials(deps, town)));
  return [
    ...chats.map(({ chatId }) => say({ chatId }, "zh-CN")),
    ...officials.flat().map(({ openId, locale }) => say({ openId }, locale)),
  ];
}
