// The bot's counters, and the Prometheus text format. Labels come from lists in the code, never from ids, places or
// people, so the number of series is fixed.

type Labels = Record<string, string>;
export type Sample = { labels: Labels; value: number };
/** `name` without the common prefix `tentowns_`. */
export type Metric = { name: string; help: string; type: "counter" | "gauge"; samples: Sample[] };

const COUNTERS = {
  deliveries_total: "Events and card callbacks taken in since the process started.",
  events_repeated_total: "Events that had been handled before, since the process started.",
  webhook_refused_total: "Requests to the webhook refused since the process started, by reason.",
  feishu_calls_total: "Calls of the platform since the process started, by API and result.",
} as const;
export type Counter = keyof typeof COUNTERS;

export function isCounter(name: unknown): name is Counter {
  return typeof name === "string" && Object.hasOwn(COUNTERS, name);
}

/** Series that exist from the start, because an alert on the first refusal needs a zero to rise from. */
const FROM_ZERO: Array<[Counter, Labels]> = [
  ["deliveries_total", { kind: "event" }],
  ["deliveries_total", { kind: "callback" }],
  ["events_repeated_total", {}],
  ["webhook_refused_total", { reason: "wrong_signature" }],
];

/** Memory in use, bytes. */
export type Memory = { rss: number; heapUsed: number };
export type Counts = {
  add: (counter: Counter, labels: Labels) => void;
  /** Records a run of the heartbeat, UTC ms. */
  beat: (at: number) => void;
  read: () => Metric[] | Promise<Metric[]>;
};

/** The counters of the bot's processes; on Workers each isolate has its own, and `memory` returns null. */
export function createCounts(memory: () => Memory | null): Omit<Counts, "read"> & { read: () => Metric[] } {
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
    gauge("process_resident_memory_bytes", "Memory the bot's processes hold.", held.rss),
    gauge("process_heap_used_bytes", "JavaScript heap in use.", held.heapUsed),
  ];
}

/** A gauge without labels. */
export function gauge(name: string, help: string, value: number): Metric {
  return { name, help, type: "gauge", samples: [{ labels: {}, value }] };
}

/** Prometheus text format 0.0.4; metrics without samples are left out. */
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
