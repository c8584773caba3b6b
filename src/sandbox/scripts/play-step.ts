import { setTimeout as rest } from "node:timers/promises";
import { isRecord } from "../card/is-record.ts";
import { changePerson } from "../change-world.ts";
import { moveClock } from "../move-clock.ts";
import { fillTemplate, type Variables } from "./fill-template.ts";
import type { Played } from "./judge.ts";
import { playAction } from "./play-action.ts";
import type { ChapterPlayed, StepPlayed } from "./script-run.ts";
import { type Action, readAction, type Scene, type Script, type Step } from "./script-schema.ts";
import { scriptTime } from "./script-time.ts";
import { personCalled, type Stage } from "./stage.ts";

export type Note = (played: StepPlayed) => void;

/** Hears of every step played and every chapter begun. */
export type Spectator = { note: Note; begin: (chapter: ChapterPlayed) => void };

export type Playing = { stage: Stage; script: Script } & Spectator;

/** Plays and logs one action or scene; resolves to whether the script may continue. */
export async function playStep(
  playing: Playing,
  step: Action | Scene,
  variables: Variables,
  here: string,
): Promise<boolean> {
  const started = performance.now();
  const { stage, script } = playing;
  try {
    if ("when" in step && !fillTemplate(step.when, variables)) {
      noteStep(playing, here, started, { ok: true, did: "nothing" }, { skipped: "its `when` is not so" });
      return true;
    }
    const filled = fillTemplate(step, variables);
    const at = isRecord(filled) && typeof filled.at === "string" ? filled.at : undefined;
    if (script.pace_ms > 0) await rest(script.pace_ms);
    if (at !== undefined) await moveTo(stage, at);
    if (!("who" in step)) {
      noteStep(playing, here, started, changeScene(stage, filled, at));
      return true;
    }
    const action = readAction(filled);
    const played = await playAction(stage, action);
    const passed = !played.ok && action.optional === true;
    noteStep(playing, here, started, played, {
      who: action.who,
      ...(passed ? { skipped: "it is optional" } : {}),
    });
    return played.ok || passed;
  } catch (error) {
    noteFailure(playing, step, here, started, error);
    return false;
  }
}

async function moveTo({ sandbox, settle }: Stage, at: string): Promise<void> {
  const now = sandbox.clock.now();
  const to = scriptTime(at, now);
  if (to === undefined) throw new Error(`${JSON.stringify(at)} is no time`);
  // Time passes while people act, so the step's time may be over; the clock never goes back.
  if (to <= now) return;
  const moved = await moveClock(sandbox, { now: new Date(to).toISOString() });
  if (!moved.ok) throw new Error(moved.error);
  await settle();
}

function changeScene({ sandbox }: Stage, scene: unknown, at: string | undefined): Played {
  const did: string[] = at === undefined ? [] : [`moved the clock to ${at}`];
  if (isRecord(scene) && scene.faults !== undefined) {
    const changed = sandbox.faults.change(scene.faults);
    if (!changed.ok) throw new Error(changed.error);
    did.push(`switched ${Object.keys(Object(scene.faults)).join(", ")}`);
  }
  if (isRecord(scene) && typeof scene.person === "string") {
    const changed = changePerson(sandbox, personCalled(sandbox, scene.person).open_id, scene.change);
    if (!changed.ok) throw new Error(changed.error);
    did.push(`changed ${scene.person}`);
  }
  return { ok: true, did: did.join(", ") };
}

/** Logs a step that could not be attempted. */
export function noteFailure(
  playing: Playing,
  step: Step,
  here: string,
  started: number,
  thrown: unknown,
): void {
  const error = thrown instanceof Error ? thrown.message : String(thrown);
  const who = "who" in step ? { who: step.who } : {};
  noteStep(playing, here, started, { ok: false, did: "nothing", error }, who);
}

function noteStep(
  { stage, note }: Playing,
  step: string,
  started: number,
  played: Played,
  more: { who?: string; skipped?: string } = {},
): void {
  note({
    step,
    at: stage.sandbox.clock.now(),
    ...played,
    ...more,
    ms: Math.round(performance.now() - started),
  });
}
