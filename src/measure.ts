import { runCounts } from "../db/job-runs.ts";
import { databaseBytes, inboxKeys, openReportCounts } from "../db/measures.ts";
import { outboxCounts } from "../db/outbox.ts";
import { outboxHealth } from "../db/outbox-health.ts";
import { countReceived } from "../db/received.ts";
import type { Deps } from "./deps.ts";
import { gauge, type Metric, metricsText, type Sample } from "./metrics.ts";

const OUTBOX = ["pending", "sent", "unsure", "dead", "superseded"];
const REPORTS = ["draft", "submitted", "returned", "approved"];
/** The row that records the heartbeat's first run. */
const FIRST_BEAT = "heartbeat";

/** The content of `/metrics`: figures about the stored data, and the bot's counters. */
export async function measure(deps: Deps): Promise<string> {
  const { db } = deps;
  const now = deps.clock.now();
  const [counts, health, reports, runs, keys, unanswered, bytes, own] = await Promise.all([
    outboxCounts(db),
    outboxHealth(db, now),
    openReportCounts(db),
    runCounts(db),
    inboxKeys(db),
    countReceived(db),
    databaseBytes(db),
    deps.counts.read(),
  ]);
  const waited = health.oldestDue === null ? 0 : (now - health.oldestDue) / 1000;
  const jobs = runs.filter(({ job }) => job !== FIRST_BEAT);
  const metrics: Metric[] = [
    byLabel("outbox", "Messages by status.", "status", OUTBOX, counts),
    gauge("outbox_oldest_due_seconds", "How long the oldest message that may go out has waited.", waited),
    gauge(
      "downloads_late",
      "Photos and files still to be fetched or uploaded after an hour.",
      health.downloads,
    ),
    gauge("inbox_keys", "Deliveries of the last 48 hours, each known by its key.", keys),
    gauge("events_unanswered", "Events acknowledged and not yet answered.", unanswered),
    byLabel(
      "reports",
      "Towns by the state of their report, in the open quarter.",
      "status",
      REPORTS,
      reports,
    ),
    {
      name: "heartbeat_runs",
      help: "Runs of the heartbeat's jobs that happened or were missed.",
      type: "gauge",
      samples: jobs.map(({ job, status, n }): Sample => ({ labels: { job, status }, value: n })),
    },
    ...lastRun(jobs),
    ...(bytes === null ? [] : [gauge("database_bytes", "Size of the database.", bytes)]),
    gauge("clock_timestamp_seconds", "The programme's clock; a rehearsal's may be ahead.", now / 1000),
    ...own,
  ];
  return metricsText(metrics);
}

function lastRun(jobs: Array<{ last: number }>): Metric[] {
  if (jobs.length === 0) return [];
  const last = Math.max(...jobs.map((job) => job.last));
  const help = "When a job last ran or was found missed, by the programme's clock; hourly at least.";
  return [gauge("heartbeat_last_run_timestamp_seconds", help, last / 1000)];
}

/** A gauge with a series for each of `values`, 0 where there is no count. */
function byLabel(
  name: string,
  help: string,
  label: string,
  values: string[],
  counts: Partial<Record<string, number>>,
): Metric {
  const samples = values.map((value): Sample => ({ labels: { [label]: value }, value: counts[value] ?? 0 }));
  return { name, help, type: "gauge", samples };
}
