import { cardSchema } from "../../../cards/card.ts";
import { withNothingNew } from "../../../cards/digest/nothing-new.ts";
import { nameOf } from "../../../cards/names.ts";
import { cardBytes } from "../../../cards/size.ts";
import { digestText } from "../../../cards/text/digest.ts";
import { clockSeenBefore, putClockSeen } from "../../../db/cards.ts";
import { boundChats } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { insertDigest, lastDigestCard } from "../../../db/digests.ts";
import { holders } from "../../../db/roster.ts";
import { REPLACEABLE } from "../../../db/stale-cards.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import { quietUntil } from "../../domain/calendar/quiet-hours.ts";
import type { DigestKind } from "../../domain/digest/digest-kind.ts";
import type { Audience, DigestInput } from "../../domain/digest/facts.ts";
import { townsOfCounty } from "../../domain/digest/rank-rows.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { County } from "../../domain/programme/programme.ts";
import {
  cardFor,
  groupOf,
  inGroup,
  inPrivate,
  officeReaders,
  type Reader,
  wordsFor,
} from "../roster/readers.ts";
import { enqueueCard, enqueueChange, enqueueText, LARGEST_CARD } from "../sending/enqueue-message.ts";
import { audienceKey, drawDigest } from "./draw-digest.ts";
import { gatherDigest } from "./gather.ts";

/** The key under which the undeliverable digests are stored from week to week. */
const NO_RECEIVER = "digests with nowhere to go";
/** ms. A margin of a day for delays of the change. */
const DAY = 86_400_000;
/** Groups listed by name; the others are counted. */
const NAMED = 15;

type Plan = { outbox: OutboxRow[]; writes: Write[] };

/**
 * The digests of a period: the leading group's, and each county's to its group or, without one, to its reviewers in
 * private. To be committed with the run's own row: the rows are stored, so that the next digest can show changes. The
 * office is told which have no receiver, once until that changes. `late`: this one stands for others that were skipped.
 */
export async function planDigest(deps: Deps, kind: DigestKind, period: string, late = false): Promise<Plan> {
  const input = await gatherDigest(deps, kind, period, { byClock: true, late });
  const chats = await boundChats(deps.db);
  const plan: Plan = { outbox: [], writes: [] };
  const nowhere: Array<"leading_group" | County> = [];
  const group = groupOf(chats, "leading_group");
  if (group) await tell(deps, input, "leading_group", [inGroup(group)], plan);
  else nowhere.push("leading_group");
  for (const county of deps.programme.counties) {
    if (townsOfCounty(deps.programme, county).length === 0) continue;
    const own = groupOf(chats, "county", county.slug);
    const readers = own ? [inGroup(own)] : await reviewersOf(deps, county);
    if (readers.length > 0) await tell(deps, input, { county: county.slug }, readers, plan);
    else nowhere.push(county);
  }
  await tellOffice(deps, period, nowhere, plan);
  return plan;
}

async function reviewersOf(deps: Deps, county: County): Promise<Reader[]> {
  return (await holders(deps.db, "county_reviewer", county.slug)).map(inPrivate);
}

async function tell(
  deps: Deps,
  input: DigestInput,
  audience: Audience,
  readers: Reader[],
  plan: Plan,
): Promise<void> {
  const key = audienceKey(audience);
  const { facts, isNews, card } = await drawDigest(deps, input, audience);
  const subject = `digest ${input.kind} ${input.period} ${key}`;
  const now = deps.clock.now();
  plan.writes.push(insertDigest(deps.db, key, facts));
  for (const reader of readers) {
    if (!isNews) {
      plan.outbox.push(...(await nothingNew(deps, reader, facts.stale.length > 0, subject)));
      continue;
    }
    const quietly = { ...reader.to, quiet: true };
    const stands = { kind: "digest", subject } as const;
    const fallback = wordsFor(reader, (locale) => digestText(locale).fallback);
    plan.outbox.push(enqueueCard(quietly, card(reader.locale), subject, fallback, now, stands));
  }
}

/**
 * Instead of a digest without news: one line on the reader's last one, silently. Nothing where that can no longer be
 * changed. `stale`: the data may be out of date, so that no news is no good news.
 */
async function nothingNew(deps: Deps, reader: Reader, stale: boolean, cause: string): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  const to = "chatId" in reader.to ? reader.to.chatId : reader.to.openId;
  const last = await lastDigestCard(deps.db, to, quietUntil(now) - REPLACEABLE + DAY);
  if (!last) return [];
  const shown = cardSchema.parse(JSON.parse(last.content));
  const card = cardFor(reader, (locale) => withNothingNew(shown, { at: now, stale, locale }));
  return cardBytes(card) > LARGEST_CARD ? [] : [enqueueChange(last.messageId, card, cause, now)];
}

/** Tells the members of the office which digests have no receiver; nothing when the list is unchanged. */
async function tellOffice(
  deps: Deps,
  period: string,
  nowhere: Array<"leading_group" | County>,
  plan: Plan,
): Promise<void> {
  const named = nowhere.map((one) => (one === "leading_group" ? one : one.slug)).join(" ");
  if (((await clockSeenBefore(deps.db)).get(NO_RECEIVER) ?? "") === named) return;
  plan.writes.push(putClockSeen(deps.db, NO_RECEIVER, named));
  if (nowhere.length === 0) return;
  const wordsIn = (locale: Locale) => {
    const text = digestText(locale);
    const what = nowhere.map((one) =>
      one === "leading_group" ? text.leadingGroup : text.countyGroup(nameOf(one, locale)),
    );
    const left = Math.max(0, what.length - NAMED);
    return text.nobodyBound(what.length, text.names(what.slice(0, NAMED), left));
  };
  const readers = await officeReaders(deps);
  plan.outbox.push(
    ...readers.map((reader) => {
      const said = wordsFor(reader, wordsIn);
      return enqueueText({ ...reader.to, quiet: true }, said, `digest nowhere ${period}`, deps.clock.now());
    }),
  );
}
