import type { Deps } from "../../deps.ts";
import type { Run } from "../../domain/heartbeat/run.ts";
import { type PeriodId, parsePeriod } from "../../domain/period.ts";
import { planDigest } from "../digests/plan-digest.ts";
import { planClosing } from "../quarter/close-period.ts";
import { planOpening } from "../quarter/open-period.ts";
import { planReminderMessages } from "../reminders/plan-messages.ts";
import type { Planned } from "../sending/planned.ts";
import { planCalendarWarning } from "./calendar-warning.ts";
import { planSelfCheck } from "./self-check.ts";

const NOTHING: Planned = { writes: [], outbox: [] };

/** What a run writes and says; nothing of it is done yet. */
export async function planRun(deps: Deps, { job, period }: Run): Promise<Planned> {
  switch (job) {
    case "quarter_open":
      return (await planOpening(deps, quarter(period), "system")) ?? NOTHING;
    case "quarter_close":
      return planClosing(deps, quarter(period));
    case "chase":
      return planReminderMessages(deps, period);
    case "digest_weekly":
      return planDigest(deps, "weekly", period);
    case "digest_monthly":
      return planDigest(deps, "monthly", period);
    case "digest_quarterly":
      return planDigest(deps, "quarterly", period);
    case "calendar_warning":
      return planCalendarWarning(deps, period);
    case "self_check":
      return planSelfCheck(deps);
  }
}

function quarter(text: string): PeriodId {
  const period = parsePeriod(text);
  if (!period) throw new Error(`no quarter ${text}`);
  return period;
}
