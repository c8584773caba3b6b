import * as z from "zod";
import { freshId } from "../ids.ts";
import type { ScriptsView } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import { countSteps, playScript } from "./play-script.ts";
import type { ChapterPlayed, ScriptRun, StepPlayed } from "./script-run.ts";
import { readScript, type Script, type ScriptFile } from "./script-schema.ts";
import type { Stage } from "./stage.ts";

export type ScriptRuns = {
  /**
   * Starts a script; `done` resolves at its end. Refuses an invalid script, and a second one while one is
   * running.
   */
  start(
    input: unknown,
    settle?: () => Promise<void>,
  ): { ok: true; run: ScriptRun; done: Promise<ScriptRun> } | { ok: false; error: string };
  list(): ScriptRun[];
  /** The configuration's scripts; `start` takes each as `{"offered": title}`. */
  offered(): ScriptsView["offered"];
  /** A run with all its steps so far. */
  find(id: string): (ScriptRun & { steps: StepPlayed[] }) | undefined;
  /** Stops a run after the current step; false for a run that is over. */
  stop(id: string): boolean;
  stopAll(): void;
};

const offerSchema = z.strictObject({ offered: z.string() });

type Kept = { run: ScriptRun; steps: StepPlayed[]; stopping: AbortController };

/** The scripts of one running sandbox. */
export function createScriptRuns(sandbox: Stage["sandbox"], offers: ScriptFile[] = []): ScriptRuns {
  const kept = new Map<string, Kept>();
  const current = () => [...kept.values()].find(({ run }) => run.status === "playing");
  return {
    start(input, settle = async () => {}) {
      const chosen = offerSchema.safeParse(input);
      const offer = offers.find(({ title }) => title === chosen.data?.offered);
      const read = readScript(offer ?? input);
      if (!read.ok) return { ok: false, error: read.problems.join("\n") };
      const playing = current();
      if (playing !== undefined)
        return { ok: false, error: `${playing.run.title || playing.run.id} is still being played` };
      const app = appOf(sandbox, read.script);
      if (app === undefined) return { ok: false, error: `app: there is no ${read.script.app}` };
      const stopping = new AbortController();
      const stage: Stage = {
        sandbox,
        app,
        patienceMs: read.script.patience_ms,
        settle,
        stop: stopping.signal,
      };
      const one = { ...newRun(stage, read.script), stopping };
      kept.set(one.run.id, one);
      sandbox.store.tellScript({ ...one.run });
      return { ok: true, run: { ...one.run }, done: play(stage, read.script, one) };
    },
    offered: () => offers.map(({ title = "", title_en = title }) => ({ title, title_en })),
    list: () => [...kept.values()].map(({ run }) => ({ ...run })),
    find(id) {
      const one = kept.get(id);
      return one && { ...one.run, steps: [...one.steps] };
    },
    stop(id) {
      const one = kept.get(id);
      if (one?.run.status !== "playing") return false;
      one.stopping.abort();
      return true;
    },
    stopAll() {
      for (const one of kept.values()) one.stopping.abort();
    },
  };
}

async function play(stage: Stage, script: Script, one: Kept): Promise<ScriptRun> {
  const { run, steps } = one;
  const started = performance.now();
  const note = (step: StepPlayed) => {
    steps.push(step);
    run.played = steps.length;
    run.ms = Math.round(performance.now() - started);
    if (!step.ok && step.skipped === undefined && !stage.stop.aborted) run.failure = step;
    stage.sandbox.store.tellScript({ ...run });
  };
  const begin = (chapter: ChapterPlayed) => {
    run.chapter = chapter;
    stage.sandbox.store.tellScript({ ...run });
  };
  const went = await playScript(stage, script, { note, begin });
  run.status = went ? "done" : run.failure === undefined ? "stopped" : "failed";
  run.ended_at = stage.sandbox.clock.now();
  run.ms = Math.round(performance.now() - started);
  stage.sandbox.store.tellScript({ ...run });
  return { ...run };
}

function newRun(stage: Stage, script: Script): Omit<Kept, "stopping"> {
  const run: ScriptRun = {
    id: freshId("", 8),
    title: script.title,
    status: "playing",
    started_at: stage.sandbox.clock.now(),
    played: 0,
    total: countSteps(stage, script),
    ms: 0,
  };
  return { run, steps: [] };
}

function appOf(sandbox: Pick<Sandbox, "store">, { app }: Script) {
  const apps = sandbox.store.apps();
  return app === undefined ? apps[0] : apps.find((one) => one.app_id === app || one.name === app);
}

/** Why a run failed, in one sentence: step, person, message, and the card's content. */
export function failureText({ failure }: ScriptRun): string {
  if (failure === undefined) return "";
  const { step, who, did, error, message_id, card } = failure;
  return [
    `step ${step}${who === undefined ? "" : `, ${who}`}: ${did}: ${error ?? ""}`,
    ...(message_id === undefined ? [] : [`message ${message_id}`]),
    ...(card === undefined ? [] : [`on the card: ${card}`]),
  ].join("\n");
}
