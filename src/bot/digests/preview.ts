import type { Card } from "../../../cards/card.ts";
import { digestText } from "../../../cards/text/digest.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { commit } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { Audience } from "../../domain/digest/facts.ts";
import { isCountyRole, type Person } from "../../domain/programme/people.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { drawDigest } from "./draw-digest.ts";
import { gatherDigest } from "./gather.ts";

type Preview = { card: Card; stands: { kind: "digest"; subject: string } };

/**
 * "周报": the present weekly digest for one person, not stored. The city sees the leading group's, a reviewer the
 * county's; null for all others.
 */
export async function previewDigest(deps: Deps, person: Person): Promise<Preview | null> {
  const audience = audienceOf(person);
  if (!audience) return null;
  const input = await gatherDigest(deps, "weekly", shanghaiDay(deps.clock.now()), { byClock: false });
  const { card } = await drawDigest(deps, input, audience, true);
  return { card: card(person.locale), stands: standsFor(person) };
}

/** Answers the button "看周报" with a new message, so that the pressed card stays. */
export async function sendPreview(deps: Deps, event: FeishuCallback, person: Person): Promise<CardAnswer> {
  const preview = await previewDigest(deps, person);
  const text = noticeText[person.locale];
  if (!preview) return toast("warning", text.notForYou);
  const now = deps.clock.now();
  const { openId } = person;
  const fallback = digestText(person.locale).fallback;
  const said = enqueueCard({ openId }, preview.card, `press ${event.eventId}`, fallback, now, preview.stands);
  const audit = { actor: openId, kind: "press.digest", subject: event.callback.messageId };
  await commit(deps.db, { audit, inbox: [`event:${event.eventId}`], outbox: [said] }, now);
  return toast("info", text.answering);
}

function standsFor({ openId }: Person) {
  return { kind: "digest", subject: `digest preview ${openId}` } as const;
}

function audienceOf({ role, area }: Person): Audience | null {
  if (role === "leader" || role === "city_office") return "leading_group";
  return isCountyRole(role) && area !== "" ? { county: area } : null;
}
