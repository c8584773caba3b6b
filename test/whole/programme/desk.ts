import { desc, eq } from "drizzle-orm";
import { cardMessage } from "../../../db/card-schema.ts";
import { cardsOfReader } from "../../../db/cards.ts";
import { findRecord, listRecords } from "../../../db/records.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { type AtClient, atClient, type Pressed, photo, type Shown, shownIn } from "../../bot/at-client.ts";
import { buttonsOf } from "../../bot/card-reading.ts";
import { pressForged } from "../../bot/deliver.ts";
import { counting, type Hand } from "../../bot/tap-count.ts";
import type { World } from "../../bot/world.ts";

/** The platform replaces a card for this long, ms; older ones are asked for again. */
const REPLACEABLE = 13 * 86_400_000;
/** A sentence is typed and sent, and an entry of the list it is answered with opened. */
const LOOKING = 2;
const PHOTO = 3;

export type Fill = Record<string, unknown>;
/** What a person did on a day, for which procedure, with how many taps. */
export type Done = { openId: string; day: string; procedure: string; taps: number };
type Holder = { openId: string };

/** What people do at their clients, on the cards they have. A press that changes nothing is thrown with its answer. */
export type Desk = {
  /** Takes a step on the person's card of the record; `fill`: what goes into its form, absent for a step without one. */
  take: (by: Holder, id: string, step: string, fill?: Fill) => Promise<ProcedureRecord>;
  /** Begins a record from the card a sentence is answered with, or from one the person was sent. */
  begin: (by: Holder, how: Beginning, fill: Fill) => Promise<ProcedureRecord>;
  /** Sends photos in reply to the person's card of the record. */
  show: (by: Holder, id: string, photos?: number) => Promise<void>;
  /** Anything else a person does, its taps noted under a procedure's name. */
  doing: <T>(by: Holder, procedure: string, work: (hand: Hand, client: AtClient) => Promise<T>) => Promise<T>;
  /** The card a sentence is answered with. */
  ask: (by: Holder, sentence: string) => Promise<Shown>;
  /** Presses the only button of a card whose name begins so, after filling in its form. */
  press: (by: Holder, shown: Shown, action: string, fill?: Fill) => Promise<Pressed>;
  records: (procedure: string, where?: { town?: string; ref?: string }) => Promise<ProcedureRecord[]>;
  done: readonly Done[];
  /** Every state a press led to, and the moment it was taken (UTC ms). */
  led: ReadonlyArray<{ id: string; at: number; state: string }>;
};

/** `say`: the sentence; `on`: instead, words of the card the person was sent. */
type Beginning = { say?: string; on?: string; procedure: string; step: string };

export function deskOf(world: World): Desk {
  const hands = new Map<string, { client: AtClient; hand: Hand }>();
  const done: Done[] = [];
  const led: Array<{ id: string; at: number; state: string }> = [];
  const noteState = (record: ProcedureRecord): ProcedureRecord => {
    const { id, log, state } = record;
    led.push({ id, at: log.at(-1)?.at ?? 0, state });
    return record;
  };
  let photos = 0;
  const at = ({ openId }: Holder) => {
    const known = hands.get(openId);
    if (known) return known;
    const client = atClient(world, openId);
    const made = { client, hand: counting(client) };
    hands.set(openId, made);
    return made;
  };
  const noted = async <T>(by: Holder, procedure: string, more: number, work: (hand: Hand) => Promise<T>) => {
    const { hand } = at(by);
    const before = hand.cost.taps;
    const result = await work(hand);
    const day = shanghaiDay(world.clock.now());
    done.push({ openId: by.openId, day, procedure, taps: hand.cost.taps - before + more });
    return result;
  };
  const shown = (messageId: string): Shown =>
    shownIn(world.sandbox.state().messages.find((one) => one.message_id === messageId));
  const load = async (id: string): Promise<ProcedureRecord> => {
    const record = await findRecord(world.deps.db, id);
    if (!record) throw new Error(`no record ${id}`);
    return record;
  };
  const ownCard = async (by: Holder, id: string): Promise<Shown | null> => {
    const [card] = await cardsOfReader(world.deps.db, { openId: by.openId, kind: "record", subject: id });
    return card && world.clock.now() - card.at < REPLACEABLE ? shown(card.messageId) : null;
  };
  /** The person's card of a record, looked for in their list where they were sent none. */
  const cardOf = async (by: Holder, id: string): Promise<{ card: Shown; looking: number }> => {
    const own = await ownCard(by, id);
    if (own) return { card: own, looking: 0 };
    await pressForged(world, by.openId, `om_list_${by.openId}_${id}`, `show__${id}`);
    const card = await ownCard(by, id);
    if (!card) throw new Error(`${by.openId} is shown nothing of ${id}`);
    return { card, looking: LOOKING };
  };
  const newest = async ({ openId }: Holder): Promise<Shown> => {
    const [row] = await world.deps.db
      .select()
      .from(cardMessage)
      .where(eq(cardMessage.openId, openId))
      .orderBy(desc(cardMessage.shownAt), desc(cardMessage.at))
      .limit(1);
    if (!row) throw new Error(`no card of ${openId}`);
    return shown(row.messageId);
  };
  const records: Desk["records"] = async (procedure, { town, ref } = {}) => {
    const all = await listRecords(world.deps.db, { procedure, ...(town === undefined ? {} : { town }) });
    return ref === undefined ? all : all.filter((one) => one.ref === ref);
  };
  const ask: Desk["ask"] = async (by, sentence) =>
    noted(by, "", 1, async () => shownIn((await at(by).client.say(sentence)).at(-1)));
  return {
    ...{ done, led },
    records,
    ask,
    doing: (by, procedure, work) => noted(by, procedure, 0, (hand) => work(hand, at(by).client)),
    press: (by, card, action, fill) => {
      const name = named(card, action);
      return noted(by, "", 0, (hand) => hand.press(card, name, fill));
    },
    take: async (by, id, step, fill) => {
      const before = await load(id);
      const { card, looking } = await cardOf(by, id);
      const pressed = await noted(by, before.procedure, looking, async (hand) => {
        if (fill === undefined) return hand.press(card, `step__${id}__${step}`);
        const form = await hand.press(card, `form__${id}__${step}`);
        return hand.press(form, `step__${id}__${step}__${before.revision}`, fill);
      });
      const after = await load(id);
      // What it brings about in the record by itself comes after it.
      if (after.log[before.log.length]?.step === step) return noteState(after);
      throw new Error(`${step} of ${before.procedure} in ${before.state}: ${pressed.toast} ${pressed.words}`);
    },
    begin: async (by, { say, on, procedure, step }, fill) => {
      const list = say === undefined ? at(by).client.card(on) : await ask(by, say);
      const begins = `begin__${procedure}__`;
      const before = new Set((await records(procedure)).map(({ id }) => id));
      const pressed = await noted(by, procedure, 0, async (hand) => {
        const form = offers(list, begins) ? list : await hand.press(list, named(list, `new__${procedure}__`));
        // Some forms come as a message of their own.
        const own = offers(form, begins) ? form : await newest(by);
        return hand.press(own, named(own, begins, step), fill);
      });
      const made = (await records(procedure)).filter(({ id }) => !before.has(id));
      const [record] = made;
      if (!record) throw new Error(`${step} begins no ${procedure}: ${pressed.toast} ${pressed.words}`);
      return noteState(record);
    },
    show: async (by, id, several = 1) => {
      const { procedure } = await load(id);
      const { card, looking } = await cardOf(by, id);
      await noted(by, procedure, looking + PHOTO * several, async () => {
        for (let n = 0; n < several; n += 1) {
          photos += 1;
          await at(by).client.reply(card, photo(photos));
        }
      });
    },
  };
}

function offers({ card }: Shown, action: string): boolean {
  return buttonsOf(card).some(({ name }) => name.startsWith(action));
}

/** The name of the only button that begins (and ends) so. */
function named({ card, words }: Shown, action: string, step = ""): string {
  const names = buttonsOf(card).map(({ name }) => name);
  const found = [...new Set(names.filter((name) => name.startsWith(action) && name.endsWith(step)))];
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} buttons ${action} among ${names.join(", ")} of ${words.slice(0, 200)}`);
  return only;
}
