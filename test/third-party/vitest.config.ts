import { defineConfig } from "vitest/config";

/** The test suite of third-party programs; `npm run third-party` installs and runs it. */
export default defineConfig({
  test: { include: ["test/third-party/*.test.ts"], testTimeout: 60_000, hookTimeout: 180_000, maxWorkers: 1 },
});
