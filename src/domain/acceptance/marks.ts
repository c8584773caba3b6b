import * as z from "zod";
import type { LogEntry, ProcedureRecord } from "../procedure/record.ts";

// The plan's five criteria, and the marks a team gives for them.

/** 产业发展特色鲜明、风貌塑造独具韵味、传统文化传承有序、生态环境保护良好、设施服务便捷完善. */
export const CRITERIA = ["trade", "look", "heritage", "ecology", "services"] as const;
export type Criterion = (typeof CRITERIA)[number];
export type Marks = Record<Criterion, number>;

/** The mean every criterion needs to pass. */
export const PASS_MARK = 60;

/** One member's marks: the last of the present round. */
export type Marked = { by: string; name: string; post: string; at: number; marks: Marks; opinion: string };

/** The marks of the round that the last arrangement began, one entry a member, in the order they were given. */
export function roundOf({ log }: Pick<ProcedureRecord, "log">): Marked[] {
  const since = log.findLastIndex(({ step }) => step === "arrange");
  const given = log.slice(Math.max(0, since)).filter(({ step }) => step === "mark");
  const lastOf = new Map(given.map((entry) => [entry.by, entry]));
  return [...lastOf.values()].map(markedIn);
}

function markedIn({ by, name, post, at, values }: LogEntry): Marked {
  const marks = { trade: 0, look: 0, heritage: 0, ecology: 0, services: 0 };
  for (const id of CRITERIA) marks[id] = Number(values[id] ?? 0);
  return { by, name, post, at, marks, opinion: String(values.opinion ?? "") };
}

/** The mean of the round for each criterion; 0 without marks. */
export function meanMarks(record: Pick<ProcedureRecord, "log">): Marks {
  const round = roundOf(record);
  const means = { trade: 0, look: 0, heritage: 0, ecology: 0, services: 0 };
  for (const id of CRITERIA)
    means[id] = round.reduce((sum, { marks }) => sum + marks[id], 0) / Math.max(1, round.length);
  return means;
}

/** The open_ids of the team of the present round. */
export function teamOf({ data }: Pick<ProcedureRecord, "data">): string[] {
  return z.array(z.string()).parse(data.team ?? []);
}
