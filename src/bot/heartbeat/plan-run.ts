import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import type { Job, Run } from "../../domain/heartbeat/run.ts";
import { planDigest } from "../digests/plan-digest.ts";
import { planClosing } from "../quarter/close-period.ts";
import { planOpening } from "../quarter/open-period.ts";
import { planReminderMessages } from "../reminders/plan-messages.ts";
import type { Planned } from "../sending/planned.ts";
import { planCalendarWarning } from "./calendar-warning.ts";
import { planNotUnderstood } from "./not-understood.ts";
import { planSelfCheck } from "./self-check.ts";

const NOTHING: Planned = { writes: [], outbox: [] };

/** What each job writes and sends for its period; when it is due is in `domain/heartbeat/schedule.ts`. */
const PLANS: Record<Job, (deps: Deps, period: string, late: boolean) => Promise<Planned>> = {
  quarter_open: async (deps, period) => (await planOpening(deps, quarter(period), "system")) ?? NOTHING,
  quarter_close: (deps, period) => planClosing(deps, quarter(period)),
  chase: planReminderMessages,
  digest_weekly: (deps, period, late) => planDigest(deps, "weekly", period, late),
  digest_monthly: (deps, period, late) => planDigest(deps, "monthly", period, late),
  digest_quarterly: (deps, period, late) => planDigest(deps, "quarterly", period, late),
  not_understood: planNotUnderstood,
  calendar_warning: planCalendarWarning,
  self_check: planSelfCheck,
};

/** What a run would write and send; nothing is done yet. */
export function planRun(deps: Deps, { job, period, until, instead = [] }: Run): Promise<Planned> {
  return PLANS[job](deps, period, instead.length > 0 || deps.clock.now() >= until);
}

function quarter(text: string): PeriodId {
  const period = parsePeriod(text);
  if (!period) throw new Error(`no quarter ${text}`);
  return period;
}
