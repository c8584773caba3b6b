import { isRecord } from "../card/is-record.ts";
import { hasCome, playChapter } from "./chapter.ts";
import { fillTemplate, type Variables } from "./fill-template.ts";
import { noteFailure, type Playing, playStep, type Spectator } from "./play-step.ts";
import type { Loop, Script, Step } from "./script-schema.ts";
import { groupCalled, type Stage } from "./stage.ts";

/**
 * Plays a script until its end or its first failed step, logging every step. Resolves to whether all steps
 * succeeded.
 */
export async function playScript(stage: Stage, script: Script, spectator: Spectator): Promise<boolean> {
  return playSteps({ stage, script, ...spectator }, script.steps, script.let, "");
}

/** Number of steps a script will play, counting each round of a loop and steps that are skipped. */
export function countSteps(stage: Stage, script: Script): number {
  return countIn(stage, script.steps, script.let);
}

function countIn(stage: Stage, steps: Step[], variables: Variables): number {
  return steps.reduce((sum, step) => {
    if ("chapter" in step)
      return sum + (hasCome(stage, step, variables) ? 0 : countIn(stage, step.do, variables));
    return sum + ("for" in step ? countLoop(stage, step, variables) : 1);
  }, 0);
}

function countLoop(stage: Stage, loop: Loop, variables: Variables): number {
  try {
    if ("when" in loop && !fillTemplate(loop.when, variables)) return 0;
    const rounds = itemsOf(stage, loop, variables);
    return rounds.reduce<number>(
      (sum, item) => sum + countIn(stage, loop.do, { ...variables, [loop.for]: item }),
      0,
    );
  } catch {
    // It fails when it is played.
    return 1;
  }
}

async function playSteps(
  playing: Playing,
  steps: Step[],
  variables: Variables,
  place: string,
): Promise<boolean> {
  for (const [index, step] of steps.entries()) {
    if (playing.stage.stop.aborted) return false;
    if (!(await playOne(playing, step, variables, `${place}${index}`))) return false;
  }
  return true;
}

function playOne(playing: Playing, step: Step, variables: Variables, here: string): Promise<boolean> {
  if ("chapter" in step)
    return playChapter(playing, step, variables, () => playSteps(playing, step.do, variables, `${here}/`));
  return "for" in step ? playLoop(playing, step, variables, here) : playStep(playing, step, variables, here);
}

async function playLoop(playing: Playing, loop: Loop, variables: Variables, here: string): Promise<boolean> {
  const started = performance.now();
  try {
    if ("when" in loop && !fillTemplate(loop.when, variables)) return true;
    for (const item of itemsOf(playing.stage, loop, variables)) {
      const place = `${here}/${loop.for}=${nameOf(item)}/`;
      if (!(await playSteps(playing, loop.do, { ...variables, [loop.for]: item }, place))) return false;
    }
    return true;
  } catch (error) {
    noteFailure(playing, loop, here, started, error);
    return false;
  }
}

function itemsOf({ sandbox }: Stage, loop: Loop, variables: Variables): unknown[] {
  const source = fillTemplate(loop.in, variables);
  if (Array.isArray(source)) return source;
  if (isRecord(source) && typeof source.members === "string")
    return sandbox.store.chat(groupCalled(sandbox, source.members))?.members ?? [];
  if (isRecord(source) && typeof source.titled === "string") {
    const { titled } = source;
    const fitting = sandbox.store.people().filter((person) => person.title.includes(titled));
    return fitting.map((person) => person.open_id);
  }
  throw new Error(`\`in\` of the loop over ${loop.for} is no list`);
}

function nameOf(item: unknown): string {
  if (!isRecord(item)) return String(item);
  return String(item.name ?? item.slug ?? item.id ?? Object.values(item)[0]);
}
