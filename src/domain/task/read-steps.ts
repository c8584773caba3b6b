import { readPercent } from "../numbers.ts";
import { readDay } from "../read-day.ts";
import type { TaskStep } from "./task.ts";

/**
 * Milestones as a row or a form has them: `桩基:2026-05-30:30；主体:2026-09-30:70`, the share in % of the whole. Null when
 * one of them cannot be read; whether they fit together is for checkDraft.
 */
export function readSteps(text: string, year: number): TaskStep[] | null {
  const parts = text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const steps = parts.flatMap((part): TaskStep[] => {
    const match = /^(.*?)[:：]([^:：]+)[:：]([^:：]+)$/.exec(part);
    const due = readDay(match?.[2] ?? "", year);
    const share = readPercent(match?.[3] ?? "");
    return match && due !== null && share.ok
      ? [{ name: (match[1] ?? "").trim(), due, share: share.value }]
      : [];
  });
  return steps.length === parts.length ? steps : null;
}
