import { townName } from "../../cards/names.ts";
import { returnedCard } from "../../cards/report/returned.ts";
import { noticeText } from "../../cards/text/notices.ts";
import { type CardMessage, cardsOf } from "../../db/chats.ts";
import type { OutboxRow } from "../../db/commit.ts";
import type { Deps } from "../deps.ts";
import type { Command } from "../domain/report/decide.ts";
import { reportId } from "../domain/report/report.ts";
import { type Case, viewOf } from "./case.ts";
import type { Cause } from "./change-report.ts";
import { checkUpOf } from "./check-up.ts";
import { reviewFace, townFace } from "./faces.ts";
import { personOf, reviewersOf, townOfficials } from "./people.ts";
import { progressUpdates } from "./progress.ts";
import { replaceCard, sayCard } from "./say.ts";

/** What a change of a report makes the bot say: new cards to whoever is next, fresh faces for the cards already out. */
export async function consequences(
  deps: Deps,
  before: Case,
  saved: Case,
  done: Command["kind"][],
  cause: Cause,
): Promise<OutboxRow[]> {
  const checkup = saved.report.status === "submitted" ? await checkUpOf(deps, saved) : [];
  const after = { ...saved, checkup };
  const sent = [
    ...(done.includes("submit") ? await toReviewers(deps, after) : []),
    ...(done.includes("return") ? await toTown(deps, after) : []),
  ];
  if (done.length === 0) return sent;
  const receivers = new Set(sent.map((row) => row.to));
  const faces = await freshFaces(deps, after, cause.pressedMessageId, receivers);
  const moved = before.report.status !== after.report.status || before.report.revision === 1;
  const { period, town, revision } = after.report;
  const moment = `${town} ${revision}`;
  const office = moved ? await progressUpdates(deps, period, moment, { report: after.report }) : [];
  return [...sent, ...faces, ...office];
}

async function toReviewers(deps: Deps, after: Case): Promise<OutboxRow[]> {
  const { report } = after;
  const subject = reportId(report.period, report.town);
  return (await reviewersOf(deps, report)).map((reviewer) => {
    const view = viewOf(deps, after, reviewer);
    const fallback = noticeText[reviewer.locale].reviewWaiting(townName(view.town, reviewer.locale));
    const cause = `review ${subject} ${report.revision}`;
    const to = { openId: reviewer.openId, quiet: true };
    return sayCard(to, reviewFace(view), cause, fallback, deps.clock.now(), {
      kind: "review",
      subject,
    });
  });
}

async function toTown(deps: Deps, after: Case): Promise<OutboxRow[]> {
  const { report } = after;
  const subject = reportId(report.period, report.town);
  return (await townOfficials(deps, report.town)).map((official) => {
    const view = viewOf(deps, after, official);
    const fallback = noticeText[official.locale].returned(report.returned?.reason ?? "");
    const cause = `returned ${subject} ${report.revision}`;
    const to = { openId: official.openId, quiet: true };
    return sayCard(to, returnedCard(view), cause, fallback, deps.clock.now(), { kind: "report", subject });
  });
}

/** Every other card of this report gets its present face, unless its reader is being sent a new card anyway. */
async function freshFaces(
  deps: Deps,
  after: Case,
  pressed: string | undefined,
  receivers: Set<string>,
): Promise<OutboxRow[]> {
  const subject = reportId(after.report.period, after.report.town);
  const cards = (await cardsOf(deps.db, subject)).filter((c) => c.messageId !== pressed && c.openId !== "");
  const rows = await Promise.all(cards.map((card) => freshFace(deps, after, card, receivers)));
  return rows.flatMap((row) => row ?? []);
}

async function freshFace(
  deps: Deps,
  after: Case,
  card: CardMessage,
  receivers: Set<string>,
): Promise<OutboxRow | null> {
  if (card.view !== "overview" || (card.kind === "report" && receivers.has(card.openId))) return null;
  const reader = await personOf(deps, card.openId);
  if (!reader || (card.kind !== "report" && card.kind !== "review")) return null;
  const view = viewOf(deps, after, reader);
  const face = card.kind === "report" ? townFace(view) : reviewFace(view);
  const cause = `face ${card.kind} ${card.subject} ${after.report.revision}`;
  return replaceCard(card.messageId, face, cause, deps.clock.now());
}
