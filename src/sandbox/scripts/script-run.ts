/** One step as it was played. `step` is its place: `2/town=qikou/0` is the first step of the third step's loop. */
export type StepPlayed = {
  step: string;
  /** UTC ms of the sandbox when it was done. */
  at: number;
  who?: string;
  did: string;
  ok: boolean;
  /** An optional step that could not be done, or one whose `when` was not so. */
  skipped?: string;
  message_id?: string;
  toast?: string;
  error?: string;
  /** What was on the card when it failed. */
  card?: string;
  ms: number;
};

/** One playing of a script. Times are UTC ms of the sandbox clock. */
export type ScriptRun = {
  id: string;
  title: string;
  status: "playing" | "done" | "failed" | "stopped";
  started_at: number;
  ended_at?: number;
  /** Steps played so far, loops unrolled. */
  played: number;
  /** The step that failed, in full. */
  failure?: StepPlayed;
  /** How long it took on this machine, ms. */
  ms: number;
};
