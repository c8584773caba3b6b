import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests that start processes or browsers. */
const WHOLE = /\/test\/(whole|export)\//;
/** A suite of its own (`npm run third-party`), which installs other people's programs. */
const APART = ["test/third-party/**", "**/node_modules/**"];

/** The tests that take longest come first, so that no worker is left with one at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isWhole = ({ moduleId }: TestSpecification) => WHOLE.test(moduleId);
    return [...sorted.filter(isWhole), ...sorted.filter((file) => !isWhole(file))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: APART,
    sequence: { sequencer: LongestFirst },
    // Two more than there are cores: tests that wait for a process, a browser or real time leave their cores to others.
    maxWorkers: availableParallelism() + 2,
    // Only what never ends should run into these: on a machine with ten times more to do than cores, the demo takes a
    // minute to start and a quarter a minute to live through.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ["default", "./test/name-skipped.ts"],
    // As long as a click in a browser may take; what is polled for comes in a moment, on a busy machine later.
    expect: { poll: { timeout: 30_000, interval: 30 } },
    // No test leaves anything behind, so that one process serves many files.
    isolate: false,
  },
});
