import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** But the history of decisions, which names what was there then. */
const pages = ["README.md", "README.zh-CN.md", ...readdirSync("docs").map((name) => `docs/${name}`)].filter(
  (path) => path.endsWith(".md") && path !== "docs/decisions.md",
);

test.each(pages)("every file that %s names is there", (page) => {
  const named = readFileSync(page, "utf8").match(/`(?:test|src|cards|db|bench)\/[\w./-]+\.\w+`/g) ?? [];
  expect(named.map((one) => one.slice(1, -1)).filter((path) => !existsSync(path))).toEqual([]);
});
