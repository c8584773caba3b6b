import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that start processes or browsers. Projects begin in the order of their names: the longest first. */
const WHOLE = ["test/whole/**/*.test.ts", "test/export/**/*.test.ts"];
/** A suite of its own (`npm run third-party`), which installs other people's programs. */
const APART = ["test/third-party/**", "**/node_modules/**"];

export default defineConfig({
  test: {
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
    projects: [
      { extends: true, test: { name: "long", include: WHOLE, exclude: APART } },
      {
        extends: true,
        test: { name: "short", include: ["test/**/*.test.ts"], exclude: [...WHOLE, ...APART] },
      },
    ],
  },
});
