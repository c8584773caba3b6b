import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeOf, sourceFiles } from "../../source-files.ts";
import { DIALOGS, RUNS } from "./promise.ts";

// Every promise in a confirmation dialog has a test that tries to break it.

const HERE = "test/cards/promises";
const names = Object.values(DIALOGS).flat(2);

test("every place that asks once more before a press counts is listed", () => {
  const found = sourceFiles("cards")
    // The element itself, which is used for all dialogs.
    .filter(({ path }) => path !== "cards/elements.ts")
    .map(({ path, text }) => {
      const places = [...codeOf(text, "strings blank").matchAll(/\bconfirm(?::| =)\s*\{\s*title\b/g)].length;
      // Wording files contain everything in two languages.
      return [path, path.startsWith("cards/text/") ? places / 2 : places] as const;
    })
    .filter(([, places]) => places > 0);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(DIALOGS).map(([path, places]) => [path, places.length])),
  );
});

test("every promise is tried here, or by a run of the bot that is there", () => {
  const here = readdirSync(HERE)
    .map((file) => readFileSync(join(HERE, file), "utf8"))
    .flatMap((text) => [...text.matchAll(/\bpromise\(\s*"([^"]+)"/g)].map(([, name]) => name ?? ""));
  const tried = new Set([...here, ...Object.keys(RUNS)]);
  expect(names.filter((name) => !tried.has(name))).toEqual([]);
  for (const [file, title] of Object.values(RUNS).flat())
    expect(readFileSync(file, "utf8"), `${file}: ${title}`).toContain(title);
});
