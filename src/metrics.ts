// What the process counts, and the text Prometheus reads. Labels come from lists in the code: never an id, a place or a
// person, so the number of series stays as small as it is.

type Labels = Record<string, string>;
export type Sample = { labels: Labels; value: number };
/** `name` without the `tentowns_` that all of them begin with. */
export type Metric = { name: string; help: string; type: "counter" | "gauge"; samples: Sample[] };

const COUNTERS = {
  deliveries_total: "Events and card callbacks taken in since the process started.",
  events_repeated_total: "Events that had been handled before, since the process started.",
  webhook_refused_total: "Requests to the webhook refused since the process started, by reason.",
  feishu_calls_total: "Calls of the platform since the process started, by API and result.",
} as const;
type Counter = keyof typeof COUNTERS;

/** Series that are there from the start: an alarm on the first refusal needs a zero to rise from. */
const FROM_ZERO: Array<[Counter, Labels]> = [
  ["deliveries_total", { kind: "event" }],
  ["deliveries_total", { kind: "callback" }],
  ["events_repeated_total", {}],
  ["webhook_refused_total", { reason: "wrong_signature" }],
];

/** Bytes the process holds. */
export type Memory = { rss: number; heapUsed: number };
export type Counts = {
  add: (counter: Counter, labels: Labels) => void;
  /** The heartbeat has beaten, UTC ms. */
  beat: (at: number) => void;
  read: () => Metric[];
};

/** The counters of one process; on Workers each isolate has its own, and `memory` answers null. */
export function createCounts(memory: () => Memory | null): Counts {
  const counted = new Map<string, Sample & { counter: Counter }>();
  let beaten: number | null = null;
  const count = (counter: Counter, labels: Labels, by: number): void => {
    const key = `${counter} ${JSON.stringify(labels)}`;
    counted.set(key, { counter, labels, value: (counted.get(key)?.value ?? 0) + by });
  };
  for (const [counter, labels] of FROM_ZERO) count(counter, labels, 0);
  return {
    add: (counter, labels) => count(counter, labels, 1),
    beat: (at) => {
      beaten = at;
    },
    read: () => [
      ...Object.entries(COUNTERS).map(([name, help]): Metric => {
        const samples = [...counted.values()].filter(({ counter }) => counter === name);
        return { name, help, type: "counter", samples };
      }),
      ...(beaten === null
        ? []
        : [gauge("heartbeat_last_beat_timestamp_seconds", "When this process last beat.", beaten / 1000)]),
      ...memoryOf(memory()),
    ],
  };
}

function memoryOf(held: Memory | null): Metric[] {
  if (!held) return [];
  return [
    gauge("process_resident_memory_bytes", "Memory the process holds.", held.rss),
    gauge("process_heap_used_bytes", "JavaScript heap in use.", held.heapUsed),
  ];
}

/** One figure without labels. */
export function gauge(name: string, help: string, value: number): Metric {
  return { name, help, type: "gauge", samples: [{ labels: {}, value }] };
}

/** Prometheus text format 0.0.4; a metric without a sample is left out. */
export function metricsText(metrics: Metric[]): string {
  return metrics
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) => {
      const full = `tentowns_${name}`;
      const lines = samples.map(({ labels, value }) => `${full}${labelText(labels)} ${value}`);
      return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join("\n")}\n`;
    })
    .join("");
}

function labelText(labels: Labels): string {
  const escaped = (text: string) => text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n");
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}
