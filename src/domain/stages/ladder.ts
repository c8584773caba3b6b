import * as z from "zod";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Person } from "../programme/people.ts";
import type { Programme } from "../programme/programme.ts";
import { LADDER, type Stage } from "../programme/stage-schema.ts";
import { stageOf } from "./history.ts";

// Which stage leads to which, and what has to be there before the next one is entered.

/** Where each stage may lead; the first is the way forward. */
export const NEXT: Record<Stage, readonly Stage[]> = {
  not_started: [
    "drafting",
    "building",
    "applying_province",
    "named_province",
    "applying_nation",
    "named_nation",
  ],
  drafting: ["reviewing", "building", "left"],
  reviewing: ["building", "drafting", "left"],
  building: ["applying_province", "left"],
  applying_province: ["named_province", "building", "left"],
  named_province: ["applying_nation", "left"],
  applying_nation: ["named_nation", "named_province", "left"],
  named_nation: ["left"],
  left: ["not_started"],
};

type Listed = { id: string; name: string; nameEn: string };

/** The stage that follows, whose checklist and papers are collected; null where none does. */
export function forwardOf(stage: Stage): Stage | null {
  const [next] = NEXT[stage];
  return LADDER.find((one) => one === next) ?? null;
}

/** The place of a stage on the ladder; -1 for a town that left. */
export function rankOf(stage: Stage): number {
  return stage === "left" ? -1 : LADDER.indexOf(stage);
}

/**
 * What has to be true before the next stage, `building.tasks`; without a chooser of every stage, so that the history has
 * the names.
 */
export function checklistOf(
  programme: Programme,
  record: ProcedureRecord | null,
  chooser: Person | null,
): Listed[] {
  const next = record && chooser ? forwardOf(stageOf(record)) : null;
  const stages = record && chooser ? (next ? [next] : []) : LADDER;
  return stages.flatMap((stage) => listed(stage, programme.stages.get(stage)?.checklist ?? []));
}

/** The papers for the next stage that are not handed in; without a chooser those of every stage. */
export function papersOf(
  programme: Programme,
  record: ProcedureRecord | null,
  chooser: Person | null,
): Listed[] {
  return record && chooser ? papersMissing(programme, record) : papersIn(programme, LADDER);
}

/** The papers for the next stage that are not handed in. */
export function papersMissing(programme: Programme, record: ProcedureRecord): Listed[] {
  const next = forwardOf(stageOf(record));
  const handed = handedIn(record);
  return papersIn(programme, next ? [next] : []).filter(({ id }) => !handed.includes(id));
}

function papersIn(programme: Programme, stages: readonly Stage[]): Listed[] {
  return stages.flatMap((stage) => listed(stage, programme.stages.get(stage)?.papers ?? []));
}

/** The papers handed in so far, `building.approval`. */
export function handedIn({ data }: Pick<ProcedureRecord, "data">): string[] {
  return z.array(z.string()).default([]).parse(data.handed);
}

function listed(stage: Stage, items: readonly Listed[]): Listed[] {
  return items.map(({ id, name, nameEn }) => ({ id: `${stage}.${id}`, name, nameEn }));
}
