import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A whole quarter in a browser is the longest test; anything slower is a bug, not a reason to wait more.
    // Every core, where vitest would keep one for itself: two cores are all there may be.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default"],
  },
});
