import type { Reporter, TestModule, Vitest } from "vitest/node";

/**
 * Lists skipped tests and reasons at the end of a run. With FAIL_ON_SKIP set, for environments where
 * everything the tests need is installed, a skipped test fails the run.
 */
export default class NameSkipped implements Reporter {
  #onlySome = false;

  onInit(vitest: Vitest): void {
    // When tests are selected by name, the others are skipped on purpose.
    this.#onlySome = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (this.#onlySome) return;
    const names = new Map<string, string[]>();
    for (const module of modules)
      for (const test of module.children.allTests("skipped")) {
        const result = test.result();
        const reason = (result.state === "skipped" && result.note) || "no reason given";
        names.set(reason, [...(names.get(reason) ?? []), `${module.relativeModuleId} > ${test.fullName}`]);
      }
    if (names.size === 0) return;
    for (const [reason, tests] of names)
      console.log(`\nSkipped: ${reason}\n${tests.map((name) => `  ${name}`).join("\n")}`);
    if (process.env.FAIL_ON_SKIP) {
      console.log("\nNothing may be skipped where FAIL_ON_SKIP is set.");
      process.exitCode = 1;
    }
  }
}
