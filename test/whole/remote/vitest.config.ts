import { defineConfig } from "vitest/config";

/** A quarter over a remote database; `npm run remote` plays it, and many hands after it. */
export default defineConfig({
  test: { include: ["test/whole/remote/quarter.test.ts"], testTimeout: 180_000, hookTimeout: 180_000 },
});
