import { distinctTownName } from "../../../../cards/names.ts";
import { findPublication } from "../../../../db/publications.ts";
import { listRecords } from "../../../../db/records.ts";
import type { Deps } from "../../../deps.ts";
import { bulletin } from "../../../domain/bulletin/bulletin.ts";
import { issuedAs } from "../../../domain/bulletin/files.ts";
import { parsePeriod } from "../../../domain/calendar/period.ts";
import { shanghaiYear } from "../../../domain/calendar/shanghai-time.ts";
import { lastTaken } from "../../../domain/procedure/record.ts";
import { sentencesBefore } from "../../quarter/issued-bulletins.ts";
import { madeLater, makes } from "../../sending/made-later.ts";
import type { Asking, Effect, Given, Taking } from "./effect.ts";

/** What the entry that makes a bulletin's file says of itself in the outbox. */
const BULLETIN = "bulletin";

/** Whether an entry of the outbox makes a bulletin's file. */
export const isBulletin = makes(BULLETIN);

/** The text from the present result, or why there is none. */
export const bulletinDraft: Given = async (deps, { about: { period, ref } }) => {
  const quarter = parsePeriod(period);
  if (!quarter) return { draft: null, problem: "not_published" };
  return (await deps.bulletins?.draft(deps, quarter, ref)) ?? { draft: null, problem: "not_here" };
};

/** The result and the towns' names now. */
export const bulletinPresent: Given = async (deps, asking) => ({ present: await presentOf(deps, asking) });

async function presentOf({ db, programme }: Deps, { about }: Asking) {
  const quarter = parsePeriod(about.period);
  const published = quarter && (await findPublication(db, quarter));
  if (!published) return null;
  const names = programme.towns.map(
    (town) => [town.slug, distinctTownName(programme, town, "zh-CN")] as const,
  );
  return { hash: published.hash, names: Object.fromEntries(names) };
}

/** With the next number of the year, proposed. */
export const bulletinNumbered: Given = async (deps, asking) => {
  const taken = await takenIn(deps, shanghaiYear(deps.clock.now()));
  return { present: await presentOf(deps, asking), number: Math.max(0, ...taken) + 1 };
};

/** With the numbers that other bulletins of the year have. */
export const bulletinTaken: Given = async (deps, asking) => {
  const signed = asking.record && lastTaken(asking.record, "sign");
  const taken = await takenIn(deps, shanghaiYear(signed?.at ?? deps.clock.now()));
  return { present: await presentOf(deps, asking), taken, able: isAble(deps) };
};

/** The sentences of the bulletin before. */
export const bulletinBefore: Given = async (deps, { about: { period } }) => {
  const quarter = parsePeriod(period);
  const before = quarter ? await sentencesBefore(deps, quarter) : [];
  return { before: before.map(({ text }) => text) };
};

/** Whether a file can be made where this runs. */
export const canWrite: Given = async (deps) => ({ able: isAble(deps) });

function isAble({ bulletins }: Deps): boolean {
  return bulletins !== undefined;
}

/** The file is made by the outbox, for the groups or for whoever asked, so that a press is answered at once. */
export const queueBulletin =
  (to: "groups" | "taker"): Effect =>
  async (deps, { after }: Taking) => {
    if (!isAble(deps)) return {};
    const by = to === "taker" ? (after.log.at(-1)?.by ?? "") : "";
    const of = { toType: "message_id", to: after.id } as const;
    const cause = `bulletin ${after.id} ${after.revision}`;
    return { outbox: [madeLater(BULLETIN, of, JSON.stringify({ by }), cause, deps.clock.now())] };
  };

async function takenIn({ db }: Deps, year: number): Promise<number[]> {
  const issued = await listRecords(db, { procedure: bulletin.id, states: ["issued"] });
  return issued.flatMap((record) => {
    const as = issuedAs(record);
    return as && shanghaiYear(as.at) === year ? [as.number] : [];
  });
}
