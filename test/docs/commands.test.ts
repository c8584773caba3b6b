import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { COMMANDS } from "../../src/cli/run-command.ts";
import { planBytes } from "../bot/plan-file.ts";
import { startWorld, type World } from "../bot/world.ts";
import { environmentOf, tentowns } from "../cli/terminal.ts";
import { NOTICES } from "../domain/holiday-notice/notices.ts";
import { documentedCommands, ownPart } from "./documented-commands.ts";

// Whatever the documents tell people to type is typed here: our own commands run, with files of their kind.

const NOW = "2026-10-09T10:00:00+08:00";
const first = Object.keys(COMMANDS);
const documented = documentedCommands(first);
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8"))).scripts;

let world: World;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-docs-"));
  world = await startWorld({
    now: NOW,
    people: [{ openId: "ou_office", name: "王丽", role: "city_office", area: "", locale: "zh-CN" }],
  });
  env = { ...environmentOf(world), REHEARSAL_NOW: NOW };
  put("roster.csv", "name,open_id,role,area\n王丽,ou_office,city_office,\n");
  put("task.csv", "town,title,owner,start,due\n碛口镇,停车场,李强,2026-01-05,2026-11-30\n");
  put("calendar.txt", NOTICES.find(({ year }) => year === 2026)?.text ?? "");
  put("plan.xlsx", await planBytes(2026, { plan: [["碛口镇", 12000]] }));
  put("scheme.json", JSON.stringify(world.deps.programme.scheme));
  put("data.csv", "id,invested,invested_due\nqikou,1,2\n");
  put("card.json", JSON.stringify({ schema: "2.0", body: { elements: [] } }));
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const at = (name: string) => join(folder, name);

/** What a command takes for the file it names. */
const FILES: Record<string, string> = {
  roster: "roster.csv",
  task: "task.csv",
  calendar: "calendar.txt",
  plan: "plan.xlsx",
  card: "card.json",
};
const VALUES: Record<string, string> = {
  T: "碛口镇",
  C: "invested",
  V: "100",
  R: "核对有误",
  ISO: "2026-10-10T10:00:00+08:00",
  NAME: "five-towns",
  "N:HASH": `1:${"0".repeat(64)}`,
  TEXT: "碛口怎么样",
  OPEN_ID: "ou_office",
};
let made = 0;
const newFile = (ending: string) => {
  made += 1;
  return at(`${made}${ending}`);
};

/** `rank 2026Q3 [--verify]` with its choices taken and its placeholders filled. */
function typedOut(words: readonly string[]): string[] {
  const [command = "", verb = ""] = words;
  const chosen = words
    .join(" ")
    .replace(/\[([^\]]*)\]/g, "$1")
    .split(" ")
    .map((word) => word.split("|")[0] ?? "");
  return chosen.map((word, i) => {
    const afterOut = chosen[i - 1] === "--out";
    if (afterOut) return newFile(/\.\w+$/.exec(word)?.[0] ?? ".xlsx");
    if (chosen[i - 1] === "--scheme") return at("scheme.json");
    if (chosen[i - 1] === "--data") return at("data.csv");
    if (command === "programme" && verb !== "export" && i === 2)
      return word.startsWith("--") ? word : "five-towns";
    if (command === "backup" && i === 1) return newFile(".db");
    if (/^(FILE|F\.xlsx|.*\.(xlsx|csv|txt|db))$/.test(word)) return at(FILES[command] ?? "nothing");
    return VALUES[word] ?? word;
  });
}

test("our commands are understood as they are written", async () => {
  const own = documented.flatMap(({ page, words }) => {
    const isShell = words[1]?.includes("=") ?? false;
    const part = ownPart(words) ?? (first.includes(words[0] ?? "") && !isShell ? words : null);
    return part && !part.join(" ").startsWith("<") ? [{ page, words: part }] : [];
  });
  const different = [...new Map(own.map((one) => [one.words.join(" "), one])).values()];
  expect(different.length).toBeGreaterThan(30);
  const wrong: string[] = [];
  for (const { page, words } of different) {
    const { code, err } = await tentowns(env, ...typedOut(words));
    if (code === 2 || err.some((line) => line.startsWith("FAULT")))
      wrong.push(`${page}: ${words.join(" ")} → ${err[0]}`);
  }
  expect(wrong).toEqual([]);
});

test("every command has its line in the Chinese README and in the reference", () => {
  for (const page of ["README.zh-CN.md", "docs/reference.md"]) {
    const text = readFileSync(page, "utf8");
    expect(
      first.filter((command) => !text.includes(`\`${command}`)),
      page,
    ).toEqual([]);
  }
});

test("every variable, its default and every script has its place in the Chinese README and in the reference", () => {
  const [zh, en] = ["README.zh-CN.md", "docs/reference.md"].map((page) => readFileSync(page, "utf8"));
  const rows = (text = "") =>
    text
      .split("\n")
      .filter((line) => /^\| `[A-Z]/.test(line))
      .map((line) => line.split("|").slice(1, 3));
  const names = (text = "") => rows(text).flatMap(([cell = ""]) => cell.match(/[A-Z][A-Z_]+/g) ?? []);
  expect(names(zh).toSorted()).toEqual(names(en).toSorted());
  const config = readFileSync("src/config.ts", "utf8").match(/^ {2}[A-Z][A-Z_]+(?=:)/gm) ?? [];
  const read = config.map((name) => name.trim()).filter((name) => name !== "PUBLIC_URL");
  expect(read.filter((name) => !names(zh).includes(name))).toEqual([]);
  const defaults = (text = "") => rows(text).map(([, cell = ""]) => (cell.match(/`[^`]+`/g) ?? []).join(" "));
  expect(defaults(zh).toSorted()).toEqual(defaults(en).toSorted());
  const typed = (text = "") => [...new Set(text.match(/npm (?:run )?(?:-s )?[\w:-]+/g) ?? [])].toSorted();
  expect(typed(zh)).toEqual(expect.arrayContaining(typed(en)));
});

test("other programs' commands name scripts and files that are there", () => {
  const others = documented.filter(({ words }) => !ownPart(words) && !first.includes(words[0] ?? ""));
  const wrong = others.filter(({ words: [program = "", ...rest] }) => {
    const [verb = "", name = ""] = rest;
    if (program === "npm") return verb === "run" && !(name.replace("-s", rest[2] ?? "") in scripts);
    if (program === "npx")
      return verb === "tsx" ? !existsSync(name) : !existsSync(`node_modules/.bin/${verb}`);
    return !["docker", "git", "cp", "export", "turso", "node"].includes(program);
  });
  expect(wrong.map(({ page, words }) => `${page}: ${words.join(" ")}`)).toEqual([]);
});
