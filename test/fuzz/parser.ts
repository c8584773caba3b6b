import fc from "fast-check";

/** The longest a parser may take for one input, ms of CPU: a message is acknowledged within three seconds. */
const LONGEST = 500;

/** A parser of outside input and what is thrown at it. */
export type Parser = {
  name: string;
  /**
   * Checks so many made inputs; throws with the smallest input found that breaks the parser. `path`: only what a fault
   * named by it.
   */
  fuzz: (cases: number, seed: number, path?: string) => Promise<void>;
};

/**
 * A parser never throws, never takes long, and touches nothing but its input. `holds`: what is true of every answer;
 * false is a fault.
 */
export function parser<I, O>(
  name: string,
  given: fc.Arbitrary<I>,
  read: (input: I) => O,
  holds: (answer: Awaited<O>, input: I) => boolean = () => true,
): Parser {
  const property = fc.asyncProperty(given, async (input) => {
    const started = process.cpuUsage();
    const answer = await read(input);
    const { user, system } = process.cpuUsage(started);
    if ((user + system) / 1_000 > LONGEST) throw new Error(`took ${(user + system) / 1_000} ms of CPU`);
    if (!holds(answer, input)) throw new Error(`not true of it: ${JSON.stringify(answer)?.slice(0, 500)}`);
    const strange = Object.keys(Object.prototype);
    if (strange.length > 0) throw new Error(`every object now has ${strange}`);
  });
  return {
    name,
    fuzz: (numRuns, seed, path) =>
      fc.assert(property, { numRuns, seed, endOnFailure: false, ...(path === undefined ? {} : { path }) }),
  };
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether every number in an answer is one. */
export function allFinite(answer: unknown): boolean {
  if (typeof answer === "number") return Number.isFinite(answer);
  if (typeof answer !== "object" || answer === null) return true;
  return Object.values(answer).every(allFinite);
}
