/** A leader's question to a town about one row of a digest, followed until it is answered. Times UTC ms. */
export type TrackedQuestion = {
  id: string;
  town: string;
  /** What it is about: a record's id (`2026Q3/qikou`, a task's id), or "". */
  about: string;
  text: string;
  askedBy: string;
  askedAt: number;
  /** The chat it was asked in, where the answer goes; "" for a private one. */
  chat: string;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: number | null;
};
