/** A command's exit code: 0 done, 1 refused or a check failed, 2 wrong usage (design.md 10). */
export type ExitCode = 0 | 1 | 2;

/** A command's output: lines for a person, one document for `--json`. */
export type Outcome = { code: ExitCode; lines: string[]; json: unknown };

/** The command was called incorrectly; the message shows its usage. */
export class WrongUsage extends Error {
  override name = "WrongUsage";
}

export function done(lines: string[], json: unknown = { ok: true }): Outcome {
  return { code: 0, lines, json };
}

export function refused(lines: string[], json: unknown = { ok: false, problems: lines }): Outcome {
  return { code: 1, lines, json };
}
