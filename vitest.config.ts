import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests that start processes or browsers, and mostly wait for them; the longest, which come first. */
const WHOLE = /\/test\/(whole|export)\//;
const LONGEST = ["demo-scripts", "every-card", "year", "kill-push", "kill", "page", "programme"];
/** Suites of their own: `npm run third-party` installs other people's programs, `npm run remote` takes a minute. */
const APART = ["test/third-party/**", "test/whole/remote/quarter.test.ts", "**/node_modules/**"];

/** Tests that wait are spread over the first half of all others, so that the cores always have something to do. */
class Spread extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    const isWhole = ({ moduleId }: TestSpecification) => WHOLE.test(moduleId);
    const whole = sorted.filter(isWhole).sort((a, b) => place(a) - place(b));
    const others = sorted.filter((file) => !isWhole(file));
    const each = Math.ceil(others.length / 2 / Math.max(1, whole.length));
    const spread = whole.flatMap((file, i) => [file, ...others.slice(i * each, (i + 1) * each)]);
    return [...spread, ...others.slice(whole.length * each)];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: APART,
    globalSetup: "test/made-once.ts",
    setupFiles: "test/as-a-new-process.ts",
    sequence: { sequencer: Spread },
    // Three more than there are cores: tests that wait for a process, a browser or real time leave their cores to others.
    maxWorkers: availableParallelism() + 3,
    // Collecting garbage rarely, and in one thread, since every core has something else to do.
    execArgv: ["--min-semi-space-size=32", "--max-semi-space-size=32", "--single-threaded-gc"],
    // Only what never ends should run into these: on a machine with ten times more to do than cores, the demo takes a
    // minute to start and a quarter a minute to live through.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ["default", "./test/name-skipped.ts"],
    // As long as a click in a browser may take; what is polled for comes in a moment, on a busy machine later.
    expect: { poll: { timeout: 30_000, interval: 30 } },
    // No test leaves anything behind but what `as-a-new-process` puts back, so that one process serves many files.
    isolate: false,
    // What was compiled in an earlier run, by its content; under node_modules, which `npm ci` empties.
    experimental: { fsModuleCache: true },
  },
});
