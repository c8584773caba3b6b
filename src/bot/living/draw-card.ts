import { bilingual, bilingualOf } from "../../../cards/bilingual.ts";
import type { Card } from "../../../cards/card.ts";
import { notYoursCard, olderCard } from "../../../cards/living/living.ts";
import { nameOf } from "../../../cards/names.ts";
import { recordName } from "../../../cards/receiver.ts";
import { cardBytes } from "../../../cards/size.ts";
import { type CardMessage, cardsOfReader, findCard } from "../../../db/cards.ts";
import { REPLACEABLE } from "../../../db/stale-cards.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Person } from "../../domain/programme/people.ts";
import { readerOf } from "../roster/readers.ts";
import { isForm, withOlderNote } from "../sending/card-answer.ts";
import { isLivingKind, type LivingRecord } from "../sending/card-kinds.ts";
import { LARGEST_CARD } from "../sending/enqueue-message.ts";
import { drawings } from "./drawings.ts";

// A reader has one living card of a record: the one shown last. It is drawn from the present state; older ones become
// one line that leads to it. A card with a form is left unchanged, however old, unless its reader has lost the post: it
// may hold input, and its next press is answered with the present state.

/** A card as it should be now, and its view; `leave`: no change; `too_large`: the platform would refuse it. */
export type Redrawn = { card: Card; view: string; late?: boolean } | "leave" | "too_large";

/** What an existing card should show now; `leave`: it stays, or can no longer be changed. */
export async function redrawCard(deps: Deps, messageId: string): Promise<Redrawn> {
  const row = await findCard(deps.db, messageId);
  if (!row || !isLivingKind(row.kind) || row.view === "text") return "leave";
  if (deps.clock.now() - row.at >= REPLACEABLE) return "leave";
  const record = { kind: row.kind, subject: row.subject };
  if (isForm(row.view)) {
    const drawn = await drawRecord(deps, record, row);
    return drawn !== "too_large" && drawn.view === "closed" ? drawn : "leave";
  }
  const all = await cardsOfReader(deps.db, row);
  // A line stays a line while there is a card it can lead to, including a form.
  const [newest = row] = row.view === "receipt" ? all : all.filter(({ view }) => !isForm(view));
  const gaveWay = newest.messageId !== messageId;
  const drawn = await drawRecord(deps, record, row, all);
  if (!gaveWay || drawn === "too_large" || drawn.view === "closed") return drawn;
  const reader = await readerOf(deps, row.openId);
  const older = (locale: Locale) => olderCard({ ...record, drawn: drawn.card, locale });
  return {
    card: reader?.inGroup ? bilingual(older) : older(reader?.person.locale ?? "zh-CN"),
    view: "receipt",
  };
}

/**
 * A record's card for one reader from the present state; if the record no longer concerns the reader, the card says so.
 */
export async function drawRecord(
  deps: Deps,
  record: LivingRecord,
  of: Pick<CardMessage, "messageId" | "openId" | "at" | "view">,
  all?: readonly CardMessage[],
): Promise<Exclude<Redrawn, "leave">> {
  const reader = await readerOf(deps, of.openId);
  const others = all ?? (await cardsOfReader(deps.db, { ...record, openId: of.openId }));
  const drawnIn = async (person: Person): Promise<Exclude<Redrawn, string>> => {
    const drawn = await drawings[record.kind](deps, record.subject, person, of.view);
    if (!drawn) return { card: closed(deps, record, person.locale), view: "closed" };
    const { view = "overview", late = false } = drawn;
    return { card: withOlderNote(drawn.card, of, others, person.locale), view, late };
  };
  if (!reader) return { card: bilingual((locale) => closed(deps, record, locale)), view: "closed" };
  const drawn = await drawnIn(reader.person);
  const card = reader.inGroup
    ? bilingualOf(drawn.card, (await drawnIn({ ...reader.person, locale: "en" })).card)
    : drawn.card;
  // The state changed between the two drawings: the mark it left behind draws both again.
  const shown = { ...drawn, card: card ?? drawn.card };
  return cardBytes(shown.card) > LARGEST_CARD ? "too_large" : shown;
}

function closed({ programme }: Deps, { subject }: LivingRecord, locale: Locale): Card {
  const title = recordName(subject, programme, locale) || nameOf(programme, locale);
  return notYoursCard({ title, locale });
}
