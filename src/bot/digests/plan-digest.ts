import { inBothLanguages } from "../../../cards/bilingual.ts";
import { nameOf } from "../../../cards/names.ts";
import { digestText } from "../../../cards/text/digest.ts";
import { clockSeenBefore, putClockSeen } from "../../../db/cards.ts";
import { boundChats } from "../../../db/chats.ts";
import type { OutboxRow, Write } from "../../../db/commit.ts";
import { insertDigest } from "../../../db/digests.ts";
import { holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { DigestKind } from "../../domain/digest/digest-kind.ts";
import type { Audience, DigestInput } from "../../domain/digest/facts.ts";
import { townsOfCounty } from "../../domain/digest/rank-rows.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { County } from "../../domain/programme/programme.ts";
import { cityOffice } from "../roster/people.ts";
import { enqueueCard, enqueueText } from "../sending/enqueue-message.ts";
import { audienceKey, drawDigest } from "./draw-digest.ts";
import { gatherDigest } from "./gather.ts";

/** The key under which the undeliverable digests are stored from week to week. */
const NO_RECEIVER = "digests with nowhere to go";
/** Groups listed by name; the others are counted. */
const NAMED = 15;

type Reader = { to: { chatId: string } | { openId: string }; locale: Locale | "both" };
type Plan = { outbox: OutboxRow[]; writes: Write[] };

/**
 * The digests of a period: the leading group's, and each county's to its group or, without one, to its reviewers in
 * private. To be committed with the run's own row: the rows are stored, so that the next digest can show changes. With
 * the weekly ones the office is told which have no receiver, once until that changes.
 */
export async function planDigest(deps: Deps, kind: DigestKind, period: string): Promise<Plan> {
  const input = await gatherDigest(deps, kind, period, true);
  const chats = await boundChats(deps.db);
  const plan: Plan = { outbox: [], writes: [] };
  const nowhere: Array<"leading_group" | County> = [];
  const group = chats.filter((chat) => chat.kind === "leading_group");
  if (group.length > 0) await tell(deps, input, "leading_group", group.map(inGroup), plan);
  else nowhere.push("leading_group");
  for (const county of deps.programme.counties) {
    if (townsOfCounty(deps.programme, county).length === 0) continue;
    const own = chats.filter((chat) => chat.kind === "county" && chat.area === county.slug);
    const readers = own.length > 0 ? own.map(inGroup) : await reviewersOf(deps, county);
    if (readers.length > 0) await tell(deps, input, { county: county.slug }, readers, plan);
    else nowhere.push(county);
  }
  if (kind === "weekly") await tellOffice(deps, period, nowhere, plan);
  return plan;
}

function inGroup({ chatId }: { chatId: string }): Reader {
  return { to: { chatId }, locale: "both" };
}

async function reviewersOf(deps: Deps, county: County): Promise<Reader[]> {
  const people = await holders(deps.db, "county_reviewer", county.slug);
  return people.map(({ openId, locale }) => ({ to: { openId }, locale }));
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
  // A county without news gets no weekly digest; the leading group always does, since silence would look like "all
  // well".
  if (input.kind === "weekly" && audience !== "leading_group" && !isNews) return;
  const subject = `digest ${input.kind} ${input.period} ${key}`;
  const now = deps.clock.now();
  const fallbackIn = (locale: Locale) => digestText(locale).fallback;
  plan.writes.push(insertDigest(deps.db, key, facts));
  for (const { to, locale } of readers) {
    const quietly = { ...to, quiet: true };
    const stands = { kind: "digest", subject } as const;
    const fallback = locale === "both" ? inBothLanguages(fallbackIn) : fallbackIn(locale);
    plan.outbox.push(enqueueCard(quietly, card(locale), subject, fallback, now, stands));
  }
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
  const readers = await cityOffice(deps);
  plan.outbox.push(
    ...readers.map(({ openId, locale }) => {
      const text = digestText(locale);
      const what = nowhere.map((one) =>
        one === "leading_group" ? text.leadingGroup : text.countyGroup(nameOf(one, locale)),
      );
      const left = Math.max(0, what.length - NAMED);
      const said = text.nobodyBound(what.length, text.names(what.slice(0, NAMED), left));
      return enqueueText({ openId, quiet: true }, said, `digest nowhere ${period}`, deps.clock.now());
    }),
  );
}
