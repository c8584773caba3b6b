import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkFile } from "../../../src/sandbox/check-file.ts";
import { readArguments } from "../../../src/sandbox/read-arguments.ts";

// `feishu-sandbox check FILE`: checks a card without sending it.

async function checked(content: string, ...options: string[]) {
  const folder = await mkdtemp(join(tmpdir(), "card-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "card.json");
  await writeFile(file, content);
  return judged(file, ...options);
}

async function judged(file: string, ...options: string[]) {
  const read = readArguments(["check", file, ...options]);
  if (!read.ok || !("check" in read.asked)) throw new Error("no check was asked for");
  const { line, status } = await checkFile(read.asked.check);
  return { status, said: JSON.parse(line) };
}

test("both verdicts are named with reason, source and confidence; what is observed decides unless asked otherwise", async () => {
  const wide = JSON.stringify({ schema: "2.0", config: { wide_screen_mode: true }, body: { elements: [] } });
  const problem = {
    code: 200621,
    path: expect.any(String),
    source: expect.any(String),
    confidence: "documented",
  };
  const verdicts = {
    observed: { passes: true, problems: [] },
    documented: { passes: false, problems: [problem] },
  };
  expect(await checked(wide)).toMatchObject({ status: 0, said: { ok: true, mode: "observed", ...verdicts } });
  expect(await checked(wide, "--documented")).toMatchObject({
    status: 1,
    said: { ok: false, mode: "documented", ...verdicts },
  });
});

test("a card of 1.0 with a body of 2.0 is told what nobody will see", async () => {
  const mixed = JSON.stringify({ elements: [{ tag: "hr" }], body: { elements: [] } });
  expect(await checked(mixed)).toMatchObject({ status: 0, said: { version: 1, ignored: ["body"] } });
});

test("what is no card, no JSON or no file is refused", async () => {
  expect(await checked('{"schema":"2.0","body":{"elements":[{"tag":"confetti"}]}}')).toMatchObject({
    status: 1,
  });
  expect(await checked("hello")).toMatchObject({ status: 1, said: { ok: false } });
  expect(await judged("/nowhere/card.json")).toMatchObject({ status: 2, said: { ok: false } });
  for (const args of [["check"], ["check", "a", "b"], ["check", "a", "--port", "1"]]) {
    expect(readArguments(args)).toMatchObject({ ok: false, error: expect.stringContaining("check FILE") });
  }
});
