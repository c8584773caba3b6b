import { isDay } from "../read-day.ts";
import { shanghaiDay } from "../shanghai-time.ts";
import { isWorkingDay } from "../working-days.ts";
import type { At, Command, Decision } from "./command.ts";
import { changed, moved, refuseAddressee, refused, wanting } from "./step.ts";
import type { Task } from "./task.ts";
import { mayCountersign } from "./who.ts";

// More time: asked for by the addressee with a day and a reason, decided by somebody else.

/**
 * The new day is a working day after the old one and not past. In a year whose holidays are not known it is taken as it
 * is, unconfirmed.
 */
export function requestExtension(
  { to, reason }: Extract<Command, { kind: "request_extension" }>,
  task: Task,
  at: At,
): Decision {
  const refusal = refuseAddressee(task, at) ?? wanting(reason);
  if (refusal) return refused(refusal);
  if (task.extension) return refused("extension_pending");
  if (!isDay(to)) return refused("bad_date");
  if (to <= task.due) return refused("not_later");
  if (to < shanghaiDay(at.now)) return refused("date_past");
  if (isWorkingDay(to) === false) return refused("not_working_day");
  const extension = { to, reason: reason.trim(), by: at.actor.openId, at: at.now };
  return moved(task, { extension }, "request_extension", reason, at, { due: to });
}

/** The county countersigns for a year task, the city office for a 督办 item; never who asked. */
export function decideExtension(grant: boolean, reason: string, task: Task, at: At): Decision {
  const { extension } = task;
  if (!mayCountersign(at.actor, task, at.programme)) return refused("not_yours");
  if (!extension || task.status !== "open") return refused("no_extension");
  if (extension.by === at.actor.openId) return refused("own_request");
  const told = { due: extension.to };
  if (grant) {
    // What was to be finished on the old last day is to be finished on the new one; earlier milestones stand.
    const steps = task.steps.map((s) => (s.due === task.due ? { ...s, due: extension.to } : s));
    return changed(task, { due: extension.to, steps, extension: null }, "grant_extension", "", at, told);
  }
  const refusal = wanting(reason);
  if (refusal) return refused(refusal);
  return changed(task, { extension: null }, "refuse_extension", reason, at, told);
}
