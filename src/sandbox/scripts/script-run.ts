/**
 * One played step. `step` is its position: `2/town=qikou/0` is the first step of the loop in the third step.
 */
export type StepPlayed = {
  step: string;
  /** When it ended, UTC ms of the sandbox clock. */
  at: number;
  who?: string;
  did: string;
  ok: boolean;
  /** Why it was skipped: optional and not possible, or its `when` was false. */
  skipped?: string;
  message_id?: string;
  toast?: string;
  error?: string;
  /** Description of the card when the step failed. */
  card?: string;
  ms: number;
};

/** The sentence about what is being played, or was played last; `as`: the open_id of whom it invites to be. */
export type ChapterPlayed = { text: string; text_en: string; as?: string };

/** One run of a script. Times are UTC ms of the sandbox clock. */
export type ScriptRun = {
  id: string;
  title: string;
  status: "playing" | "done" | "failed" | "stopped";
  started_at: number;
  ended_at?: number;
  /** Number of steps played so far, counting each round of a loop. */
  played: number;
  /** Number of steps in all, as far as it is known before they are played. */
  total: number;
  chapter?: ChapterPlayed;
  /** The complete record of the failed step. */
  failure?: StepPlayed;
  /** Duration on this machine, ms. */
  ms: number;
};
