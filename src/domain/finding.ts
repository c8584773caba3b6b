/** What a look at the whole bot covers, in the order it is told. */
export const CHECKS = [
  "secrets",
  "platform",
  "clock",
  "scopes",
  "events",
  "database",
  "disk",
  "evidence",
  "outbox",
  "audit",
  "backup",
  "posts",
  "groups",
  "calendar",
  "plan",
] as const;
export type Check = (typeof CHECKS)[number];

/**
 * One result. `wrong`: the bot cannot work; `todo`: it works and something is missing. `n`: a number of the check's own,
 * see its wording. `names`: what is missing, for people. `detail`: an id, a version or a code.
 */
export type Finding = {
  check: Check;
  state: "fine" | "todo" | "wrong";
  n?: number;
  names?: string[];
  detail?: string;
};
