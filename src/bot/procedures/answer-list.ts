import type { Deps } from "../../deps.ts";
import type { Town } from "../../domain/programme/programme.ts";
import type { TaskList } from "../../domain/question/intent-words.ts";
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
 * Answers 我的任务, 督办, 红灯有哪些; in a county's group only what is that county's. What is stuck is answered with the
 * record itself where there is one: it says what blocks it.
 */
export async function answerList(
  deps: Deps,
  asker: Asker,
  { scope, town }: { scope: TaskList; town?: Town },
): Promise<Reply> {
  const { person, chat } = asker;
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
