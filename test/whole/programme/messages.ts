import { listRecords } from "../../../db/records.ts";
import { quarterAt } from "../../../src/domain/calendar/period.ts";
import { quietUntil } from "../../../src/domain/calendar/quiet-hours.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { World } from "../../bot/world.ts";
import { type Message, messagesOf } from "../year/messages.ts";

// Every message of the programme, by receiver and cause, and what would be needless about it.

/** `about`: what it says (`visit.plan`, `chase`), where its cause names records. */
export type Said = Message & { about: string };

export async function saidIn(world: World): Promise<Said[]> {
  const records = new Map((await listRecords(world.deps.db, {})).map((record) => [record.id, record]));
  return (await messagesOf(world.deps)).map((message) => {
    const [, id = "", revision = ""] = /^record (\S+) (\d+)/.exec(message.why) ?? [];
    const record = records.get(id);
    const step = record?.log[Number(revision) - 1]?.step;
    const [first = ""] = message.why.split(" ");
    return { ...message, about: record ? `${record.procedure}.${step}` : first };
  });
}

/** How often each post is told of each thing: `town_official visit.plan 13`. */
export function totals(said: readonly Said[]): string[] {
  const counts = new Map<string, number>();
  for (const { role, about, quiet } of said) {
    const key = `${role.padEnd(16)} ${quiet ? "unasked" : "asked  "} ${about}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([key, n]) => `${key}: ${n}`);
}

/** Messages nobody should have got: a second reminder of a day, one outside working hours, one said before. */
export function needless(said: readonly Said[]): string[] {
  const unasked = said.filter(({ quiet }) => quiet);
  const late = unasked.filter(({ at }) => quietUntil(at) !== at);
  const reminders = unasked.filter(({ about, openId }) => about === "chase" && openId !== "");
  return [
    ...late.map((one) => `outside working hours: ${line(one)}`),
    ...repeated(reminders, ({ openId, at }) => `${openId} ${shanghaiDay(at)}`).map(
      (one) => `reminded twice: ${one}`,
    ),
    ...repeated(unasked, ({ to, openId, why }) => `${to} ${openId} ${why}`).map(
      (one) => `said twice: ${one}`,
    ),
  ];
}

/** The most reminder cards anybody got on one day. */
export function mostReminders(said: readonly Said[]): number {
  const counts = new Map<string, number>();
  for (const { about, openId, quiet, at } of said) {
    if (about !== "chase" || openId === "" || !quiet) continue;
    const key = `${openId} ${shanghaiDay(at)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** How many messages the officials of each town got unasked in each quarter: `qikou 2023Q1` -> 9. */
export function perQuarter(said: readonly Said[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { role, area, quiet, at } of said) {
    if (role !== "town_official" || !quiet) continue;
    const key = `${area} ${quarterAt(at)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function repeated(said: readonly Said[], key: (one: Said) => string): string[] {
  const seen = new Set<string>();
  return said.flatMap((one) => {
    const known = seen.has(key(one));
    seen.add(key(one));
    return known ? [line(one)] : [];
  });
}

export function line({ when, to, about, why, quiet }: Said): string {
  return `${when} | ${quiet ? "unasked" : "asked  "} | ${to} | ${about} | ${why}`;
}
