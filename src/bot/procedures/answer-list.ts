import type { Deps } from "../../deps.ts";
import type { Town } from "../../domain/programme/programme.ts";
import type { TaskList } from "../../domain/question/intent-words.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { listCard } from "./lists.ts";

/** Answers 我的任务, 督办, 红灯有哪些; in a county's group with that county's records only. */
export async function answerList(
  deps: Deps,
  asker: Asker,
  { scope, town }: { scope: TaskList; town?: Town },
): Promise<Reply> {
  const { person, chat } = asker;
  const ofGroup = chat === null || chat.kind === "leading_group" ? null : visibleTowns(deps, asker);
  const towns = town ? new Set([town.slug].filter((slug) => ofGroup?.has(slug) ?? true)) : ofGroup;
  // For a named town all its records are listed, not only those that concern the asker.
  const wanted = town && scope === "mine" ? "all" : scope === "slips" ? "supervision" : scope;
  const card = await listCard(deps, person, wanted, 1, towns);
  return { card, stands: { kind: "record_list", subject: wanted } };
}
