import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import type { Job, Run } from "../../domain/heartbeat/run.ts";
import { planDigest } from "../digests/plan-digest.ts";
import { planClosing } from "../quarter/close-period.ts";
import { planOpening } from "../quarter/open-period.ts";
import { planReminderMessages } from "../reminders/plan-messages.ts";
import type { Planned } from "../sending/planned.ts";
import { planCalendarWarning } from "./calendar-warning.ts";
import { planSelfCheck } from "./self-check.ts";

const NOTHING: Planned = { writes: [], outbox: [] };

/** What each job writes and sends for its period; when it is due is in `domain/heartbeat/schedule.ts`. */
const PLANS: Record<Job, (deps: Deps, period: string) => Promise<Planned>> = {
  quarter_open: async (deps, period) => (await planOpening(deps, quarter(period), "system")) ?? NOTHING,
  quarter_close: (deps, period) => planClosing(deps, quarter(period)),
  chase: planReminderMessages,
  digest_weekly: (deps, period) => planDigest(deps, "weekly", period),
  digest_monthly: (deps, period) => planDigest(deps, "monthly", period),
  digest_quarterly: (deps, period) => planDigest(deps, "quarterly", period),
  calendar_warning: planCalendarWarning,
  self_check: planSelfCheck,
};

/** What a run would write and send; nothing is done yet. */
export function planRun(deps: Deps, { job, period }: Run): Promise<Planned> {
  return PLANS[job](deps, period);
}

function quarter(text: string): PeriodId {
  const period = parsePeriod(text);
  if (!period) throw new Error(`no quarter ${text}`);
  return period;
}
