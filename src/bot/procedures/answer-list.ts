import { findRecordByNumber } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiYear } from "../../domain/calendar/shanghai-time.ts";
import { numberKeyOf } from "../../domain/procedure/keys.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Intent } from "../../domain/question/intent.ts";
import type { TaskList } from "../../domain/question/intent-words.ts";
import { supervision } from "../../domain/task/supervision.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { listCard, recordsIn } from "./lists.ts";

/** The record list of a list that is called otherwise. */
const LISTS: Partial<Record<TaskList, string>> = {
  slips: "supervision",
  promises: "promise",
  stuck: "all",
};

/**
 * Answers 我的任务, 督办, 红灯有哪些; in a county's group only what is that county's. In private an item that is named by its
 * number, and what is stuck where it is one, are answered with the record itself.
 */
export async function answerList(
  deps: Deps,
  asker: Asker,
  { scope, town, item }: Extract<Intent, { kind: "tasks" }>,
): Promise<Reply> {
  const { person, chat } = asker;
  const named = item && chat === null ? await itemOf(deps, person, item) : null;
  if (named) return { living: { kind: "record", subject: named.id } };
  const ofGroup = chat === null || chat.kind === "leading_group" ? null : visibleTowns(deps, asker);
  const towns = town ? new Set([town.slug].filter((slug) => ofGroup?.has(slug) ?? true)) : ofGroup;
  // Of a town that is named everything is meant, not one's own part in it.
  const wanted = town && scope === "mine" ? "all" : (LISTS[scope] ?? scope);
  if (scope === "stuck" && chat === null) {
    const [only, more] = await recordsIn(deps, person, wanted, towns);
    if (only && !more) return { living: { kind: "record", subject: only.id } };
  }
  const card = await listCard(deps, person, wanted, 1, towns, chat !== null);
  return { card, stands: { kind: "record_list", subject: wanted } };
}

/** The 督办 item of a number; null where there is none that this person may see. */
async function itemOf(
  { db, clock, programme }: Deps,
  person: Person,
  { year = shanghaiYear(clock.now()), n }: { year?: number; n: number },
) {
  const found = await findRecordByNumber(db, numberKeyOf(supervision, `${year}/${n}`));
  return found && maySeeRecord(supervision, found, person, programme) ? found : null;
}
