import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { literalsOf, sourceFiles } from "../../source-files.ts";
import { DIALOGS, RUNS } from "./promise.ts";
import { SENTENCES } from "./sentences.ts";

// Promises in toasts, receipts and notes outside confirmation dialogs: each sentence is listed with the test
// that tries to break it.

/** Words that announce what will, or will never, happen. */
const PROMISING =
  /最多提醒|不会|不再(?!逾期)|不重复|自动(?!比对)|随时|只计一次|马上|将于|将私下|不影响|只有您|即作废|会发到/;

const said = sourceFiles("cards/text")
  .flatMap(({ text }) => literalsOf(text))
  .filter((literal) => PROMISING.test(literal));

test("every promising sentence is listed, and every listed one is still said", () => {
  const listed = Object.keys(SENTENCES);
  expect(said.filter((literal) => !listed.some((part) => literal.includes(part)))).toEqual([]);
  expect(listed.filter((part) => !said.some((literal) => literal.includes(part)))).toEqual([]);
});

test("each has a test that is there", () => {
  const dialogs = new Set([...Object.values(DIALOGS).flat(2), ...Object.keys(RUNS)]);
  for (const [part, tried] of Object.entries(SENTENCES)) {
    if (typeof tried === "string") expect(dialogs.has(tried), part).toBe(true);
    else for (const [file, title] of tried) expect(readFileSync(file, "utf8"), part).toContain(title);
  }
});
