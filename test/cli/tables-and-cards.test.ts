import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, describe, expect, test } from "vitest";
import { notYoursCard } from "../../cards/living/living.ts";
import { runForOneLine, runProgram } from "./run-program.ts";
import { tentowns, tentownsJson } from "./terminal.ts";

// Commands that need no database and work in any clone of the repository.

const folder = mkdtempSync(join(tmpdir(), "tentowns-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

// The scheme of scoring.md 8.
const scheme = file(
  "scheme.json",
  JSON.stringify({
    id: "example-1",
    decimals: 4,
    root: {
      id: "total",
      aggregate: "arithmetic",
      children: [
        {
          id: "inv",
          weight: 30,
          value: { kind: "ratio", of: "invested", to: "planned", cap: 1.1, out: 100 },
        },
        {
          id: "area",
          weight: 40,
          aggregate: "arithmetic",
          children: [
            {
              id: "a1",
              weight: 25,
              na: "renormalise",
              value: { kind: "ratio", of: "a1_done", to: "a1_due", cap: 1, out: 100 },
            },
          ],
        },
        {
          id: "life",
          weight: 30,
          value: { kind: "goalposts", column: "life_years", low: 20, high: 85, out: [0, 100] },
        },
      ],
    },
  }),
);
const table = file(
  "towns.csv",
  "\ufeffid,name,invested,planned,a1_done,a1_due,life_years\n" +
    "b,乙,60,100,1,4,72\na,甲,120,100,3,4,78.5\nc,丙,,100,NA,4,NA\n",
);

describe("score --scheme FILE --data FILE", () => {
  test("scores any table by any scheme: rank order, nodes, contributions, unranked last", async () => {
    const { code, json } = await tentownsJson({}, "score", "--scheme", scheme, "--data", table);
    expect(code).toBe(0);
    // a: .3×110 + .4×75 + .3×90; b: .3×60 + .4×25 + .3×80
    expect(json).toMatchObject({
      scheme: "example-1",
      units: [
        {
          id: "a",
          score: 90,
          rank: 1,
          nodes: { inv: expect.closeTo(110, 9), area: 75, a1: 75, life: 90 },
          contributions: { inv: expect.closeTo(33, 9), a1: 30, life: 27 },
        },
        { id: "b", score: 52, rank: 2 },
        { id: "c", score: null, rank: null },
      ],
    });
    expect((await tentowns({}, "score", "--scheme", scheme, "--data", table)).out).toEqual([
      "  1  a  90",
      "  2  b  52",
      "  -  c  N/A",
    ]);
  });
  test.each([
    [
      "a cell that is no number",
      "id,invested,planned,a1_done,a1_due,life_years\na,12,x,1,1,70\n",
      "column planned",
    ],
    ["a column missing", "id,invested\na,12\n", "the table has no column planned"],
    ["an id twice", "id,invested,planned,a1_done,a1_due,life_years\na,1,1,1,1,1\na,1,1,1,1,1\n", "a"],
  ])("%s: exit 1, naming row and column", async (_, csv, word) => {
    const { code, json } = await tentownsJson(
      {},
      "score",
      "--scheme",
      scheme,
      "--data",
      file("wrong.csv", csv),
    );
    expect([code, JSON.stringify(json)]).toEqual([1, expect.stringContaining(word)]);
  });
  test("a table in GBK with a title and a total is read as it is meant, and the total is named", async () => {
    const text =
      "2026年得分\nid,name,invested,planned,a1_done,a1_due,life_years\n碛口,甲,120,100,3,4,78.5\n合计,,120,100,3,4,78.5\n";
    const path = join(folder, "gbk.csv");
    writeFileSync(path, iconv.encode(text, "gbk"));
    const { code, json } = await tentownsJson({}, "score", "--scheme", scheme, "--data", path);
    expect([code, json]).toMatchObject([
      0,
      { units: [{ id: "碛口", rank: 1 }], notes: [expect.stringContaining("合计")] },
    ]);
  });
  test("a scheme that is wrong or not JSON: exit 1; a file that is not there: exit 2", async () => {
    const run = (schemeFile: string, data: string) =>
      tentownsJson({}, "score", "--scheme", schemeFile, "--data", data);
    expect((await run(file("none.json", "{"), table)).code).toBe(1);
    expect((await run(file("odd.json", '{"id":"x","root":{"id":"t","children":[]}}'), table)).code).toBe(1);
    expect((await run(join(folder, "missing.json"), table)).code).toBe(2);
    expect((await run(scheme, join(folder, "missing.csv"))).code).toBe(2);
  });
});

describe("card check FILE", () => {
  const check = (name: string, content: string) => tentownsJson({}, "card", "check", file(name, content));
  test("a card of ours passes", async () => {
    const card = notYoursCard({ title: "碛口镇", locale: "zh-CN" });
    expect(await check("good.json", JSON.stringify(card))).toMatchObject({
      code: 0,
      json: { ok: true, version: 2, problems: [], observed: { passes: true }, documented: { passes: true } },
    });
  });
  test("both verdicts are named; the exit code is what is known of the platform, or what it publishes", async () => {
    const wide = { schema: "2.0", config: { wide_screen_mode: true }, body: { elements: [] } };
    const path = file("wide.json", JSON.stringify(wide));
    const observed = await tentownsJson({}, "card", "check", path);
    expect(observed).toMatchObject({
      code: 0,
      json: {
        ok: true,
        mode: "observed",
        observed: { passes: true },
        documented: {
          passes: false,
          problems: [{ code: 200621, rule: "unlisted-properties", confidence: "documented" }],
        },
      },
    });
    const documented = await tentownsJson({}, "card", "check", path, "--documented");
    expect(documented).toMatchObject({ code: 1, json: { ok: false, mode: "documented" } });
    const { out: lines } = await tentowns({}, "card", "check", path);
    expect(lines[0]).toBe("按已知的实际情况：通过");
    expect(lines[1]).toBe("按官方文档：不通过，1处");
    expect(lines[2]).toContain("wide_screen_mode");
  });
  test("a card of JSON 1.0 passes, and is told what of it nobody will see", async () => {
    const mixed = { elements: [{ tag: "hr" }], body: { elements: [] } };
    const { code, json } = await check("mixed.json", JSON.stringify(mixed));
    expect([code, json]).toMatchObject([0, { version: 1, ignored: ["body"] }]);
  });
  test("a wrong one: exit 1, each problem with its path", async () => {
    const wrong = { schema: "2.0", body: { elements: [{ tag: "markdown" }, { tag: "confetti" }] } };
    const { code, json } = await check("wrong.json", JSON.stringify(wrong));
    expect(code).toBe(1);
    expect(json).toMatchObject({ ok: false, problems: [{ path: expect.any(String) }, {}] });
    expect((await check("text.json", "hello")).code).toBe(1);
  });
  test("a file that is not there: exit 2", async () => {
    expect((await tentowns({}, "card", "check", join(folder, "missing.json"))).code).toBe(2);
  });
});

test("as a program of its own: its exit code and, with --json, one document on stdout and nothing else", async () => {
  const ran = await runProgram("tentowns", ["score", "--scheme", scheme, "--data", table, "--json"], {});
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  expect(JSON.parse(ran.stdout)).toMatchObject({ scheme: "example-1" });
});

test("a reader who stops after the first line ends the command quietly", async () => {
  const ran = await runForOneLine("tentowns", "--help");
  expect(ran).toEqual({ code: 0, stdout: "tentowns <command> [--json]\n", stderr: "" });
});
