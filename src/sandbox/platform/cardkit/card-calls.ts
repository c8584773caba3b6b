import * as z from "zod";
import { isRecord } from "../../card/is-record.ts";
import { parseJson } from "../../parse-json.ts";
import { type Answer, type Call, refused, success } from "../answer.ts";
import { readFields } from "../read-fields.ts";
import type { Refusal } from "../refusal.ts";
import { cardProblemRefusal, cardRefusal } from "./card-refusal.ts";
import { type CardCall, type Changed, operateCard, operationSchema } from "./operate-card.ts";

const createSchema = z.object({ type: z.string().min(1).max(50), data: z.string().min(1).max(3_000_000) });
const cardSchema = z.object({ type: z.string().min(1).max(50), data: z.string().min(1).max(1_000_000) });

type Card = Record<string, unknown>;

/** POST /cardkit/v1/cards: creates a card from JSON or from a template. */
export function createCard(call: Call<"admitCard" | "cards" | "templates">): Answer {
  const body = readFields(createSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const data = cardData(call, body.fields);
  if (!data.ok) return refused(data.refusal);
  const read = readCard(data.json);
  if (!read.ok) return refused(read.refusal);
  const problems = call.sandbox.admitCard(call.app.app_id, data.json, read.card);
  call.notes.card_problems = problems.map((one) => `${one.code} ${one.path} ${one.message}`);
  const [first] = problems;
  if (first !== undefined) return refused(cardProblemRefusal(first, 200220));
  const { cards } = call.sandbox;
  const entity = cards.create(call.app.app_id, read.card);
  cards.setStreaming(entity, isStreaming(read.card));
  return success({ card_id: entity.card_id });
}

function cardData(
  call: Call<"templates">,
  { type, data }: z.infer<typeof createSchema>,
): { ok: true; json: string } | { ok: false; refusal: Refusal } {
  if (type === "card_json") return { ok: true, json: data };
  if (type !== "template") return { ok: false, refusal: cardRefusal(10002) };
  const made = call.sandbox.templates.make(call.app.app_id, parseJson(data));
  if (made.ok) return { ok: true, json: JSON.stringify(made.card) };
  return { ok: false, refusal: cardRefusal(200220, made.message) };
}

/** PUT /cardkit/v1/cards/:card_id: replaces the whole card. */
export function enqueueUpdate(call: CardCall): Answer {
  return operateCard(call, operationSchema.extend({ card: cardSchema }), (_card, { card: given }) => {
    if (given.type !== "card_json") return { ok: false, refusal: cardRefusal(10002) };
    const read = readCard(given.data);
    if (!read.ok) return read;
    return { ok: true, card: read.card, blame: 200220, streaming: isStreaming(read.card) };
  });
}

/** PATCH /cardkit/v1/cards/:card_id/settings: changes `config` and `card_link`. */
export function changeCardSettings(call: CardCall): Answer {
  const schema = operationSchema.extend({ settings: z.string().min(1).max(100_000) });
  return operateCard(call, schema, (card, { settings }) => withSettings(card, parseJson(settings)));
}

const settingsSchema = z.strictObject({
  config: z.record(z.string(), z.unknown()).exactOptional(),
  card_link: z.record(z.string(), z.unknown()).exactOptional(),
});

/** The card with the given settings changed and the others kept. */
export function withSettings(card: Card, input: unknown): Changed {
  const read = settingsSchema.safeParse(input);
  if (!read.success) return { ok: false, refusal: cardRefusal(300122) };
  const { config, ...link } = read.data;
  const before = isRecord(card.config) ? card.config : {};
  const changed = { ...card, ...link, ...(config && { config: { ...before, ...config } }) };
  const streaming = config?.streaming_mode;
  return {
    ok: true,
    card: changed,
    blame: 300122,
    ...(typeof streaming === "boolean" ? { streaming } : {}),
  };
}

function readCard(data: string): { ok: true; card: Card } | { ok: false; refusal: Refusal } {
  const card = parseJson(data);
  if (!isRecord(card)) return { ok: false, refusal: cardRefusal(200220) };
  if (Object.keys(card).length === 0) return { ok: false, refusal: cardRefusal(300307) };
  if (card.schema !== "2.0") return { ok: false, refusal: cardRefusal(300303) };
  return { ok: true, card };
}

function isStreaming(card: Card): boolean {
  return isRecord(card.config) && card.config.streaming_mode === true;
}
