import { describe, expect, test } from "vitest";
import { importCircles } from "./import-circles.ts";
import { codeOf, type Import, importsOf, sourceFiles } from "./source-files.ts";

// Which folders may import which (design.md 2), read from the source files.

const files = sourceFiles("src", "cards", "db");
const imports = files.flatMap(importsOf);

const inside = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(folder));
const isOwn = (target: string) => inside(target, "src/", "cards/", "db/");
const lines = (wrong: Import[]) => wrong.map(({ from, target }) => `${from} imports ${target}`);

/** Imports by files in `folder` of anything but these own folders and these packages. */
function strays(folder: string, own: string[], packages: RegExp): string[] {
  const of = imports.filter(({ from }) => from.startsWith(folder));
  return lines(of.filter(({ target }) => !(isOwn(target) ? inside(target, ...own) : packages.test(target))));
}

test("the files were found and their imports read", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(imports).toContainEqual({
    from: "src/app.ts",
    target: "src/bot/outbox/drain-outbox.ts",
    typeOnly: false,
    lazy: false,
  });
  expect(imports).toContainEqual({
    from: "src/deps.ts",
    target: "db/open.ts",
    typeOnly: true,
    lazy: false,
  });
});

describe("who may import whom", () => {
  test("the domain: pure libraries and itself, nothing that reads a disk, a clock or the net", () => {
    const pure = /^(zod|chinese-days|csv-parse\/sync)$/;
    expect(strays("src/domain/", ["src/domain/"], pure)).toEqual([]);
    const impure = files
      .filter(({ path }) => path.startsWith("src/domain/"))
      .filter(({ text }) =>
        /\b(process\.|Date\.now|new Date\(\)|Math\.random|fetch\()/.test(codeOf(text, "strings blank")),
      );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });
  test("cards: the domain", () => {
    expect(strays("cards/", ["cards/", "src/domain/"], /^zod$/)).toEqual([]);
  });
  test("the database: the domain, drizzle, libSQL and the file system", () => {
    expect(strays("db/", ["db/", "src/domain/"], /^(drizzle-orm|@libsql\/client|libsql$|zod|node:)/)).toEqual(
      [],
    );
  });
  test("the wire: the SDK, zod and the type of a card", () => {
    const packages = /^(@larksuiteoapi\/node-sdk|zod|node:.*)$/;
    expect(strays("src/feishu/", ["src/feishu/", "cards/card.ts"], packages)).toEqual([]);
    const cards = imports.filter((i) => i.from.startsWith("src/feishu/") && i.target.startsWith("cards/"));
    expect(lines(cards.filter((i) => !i.typeOnly))).toEqual([]);
  });
  test("use cases: domain, cards, database, wire, exports and what they are given", () => {
    const own = ["src/bot/", "src/domain/", "cards/", "db/", "src/feishu/", "src/export/", "src/deps.ts"];
    const decoders =
      /^src\/bot\/evidence\/(photo-pixels|join-photos)\.ts imports (jpeg-js|fast-png|node:zlib)$/;
    const strange = strays("src/bot/", own, /^(zod|node:timers\/promises)$/);
    expect(strange.filter((line) => !decoders.test(line))).toEqual([]);
  });
  test.each(["src/export/", "src/web/"])("%s: domain, the cards' words, database and deps", (folder) => {
    const own = [folder, "src/domain/", "cards/text/", "cards/names.ts", "db/", "src/deps.ts"];
    expect(strays(folder, own, /./)).toEqual([]);
  });
  test("the sandbox: itself and libraries; it knows nothing of the product", () => {
    expect(strays("src/sandbox/", ["src/sandbox/"], /./)).toEqual([]);
    const product = /^(@larksuiteoapi|drizzle-orm|@libsql|chinese-days)/;
    const of = imports.filter((i) => i.from.startsWith("src/sandbox/") && product.test(i.target));
    expect(lines(of)).toEqual([]);
  });
  test("the sandbox: no circle of files outside its page; imports of types count", () => {
    const of = imports.filter((i) => inside(i.from, "src/sandbox/") && !inside(i.from, "src/sandbox/page/"));
    expect(importCircles(of)).toEqual([]);
    const circle = [
      { from: "a", target: "b" },
      { from: "b", target: "c" },
      { from: "c", target: "b" },
    ].map((one) => ({ ...one, typeOnly: true, lazy: false }));
    expect(importCircles(circle)).toEqual([["b", "c"]]);
  });
  test("the sandbox: only what puts it together and serves it holds the whole; all else names its parts", () => {
    const whole = files
      .filter(({ path }) => inside(path, "src/sandbox/") && !inside(path, "src/sandbox/page/"))
      .filter(({ text }) => {
        const named = codeOf(text, "strings blank").replace(/Pick<\s*Sandbox\b/g, "");
        return /[:<,|&]\s*Sandbox\b(?!\[)/.test(named);
      })
      .map(({ path }) => path.replace("src/sandbox/", ""));
    expect(whole).toEqual([
      "api/sandbox-app.ts",
      "assemble.ts",
      "platform/oauth/sign-in-routes.ts",
      "platform/platform-app.ts",
      "serve.ts",
      "start.ts",
    ]);
  });
  test("nothing in production imports the sandbox but two, and those only when they are asked to", () => {
    const of = imports.filter(
      (i) => i.target.startsWith("src/sandbox/") && !i.from.startsWith("src/sandbox/"),
    );
    expect(lines(of.filter((i) => !i.lazy))).toEqual([]);
    expect([...new Set(of.map((i) => i.from))].sort()).toEqual([
      "src/cli/commands/card.ts",
      "src/cli/demo/start-demo.ts",
    ]);
  });
  test.each(["src/bot/", "src/domain/", "cards/"])(
    "%s: no folder imports one that imports it back; imports of types count",
    (root) => {
      const of = imports.filter(({ from, target }) => inside(from, root) && inside(target, root));
      const depth = root.split("/").length;
      const folder = (path: string) => path.split("/").slice(0, depth).join("/");
      const between = of
        .map((one) => ({ ...one, from: folder(one.from), target: folder(one.target) }))
        .filter(({ from, target }) => from !== target);
      expect(importCircles(between)).toEqual([]);
    },
  );
  test("no circle of files outside the sandbox's page; imports of types count", () => {
    const of = imports.filter(({ from }) => !inside(from, "src/sandbox/page/"));
    expect(importCircles(of)).toEqual([]);
  });
  test("no test, bench or fixture is imported, and no file that is not there", () => {
    const known = new Set(files.map(({ path }) => path));
    const own = imports.filter(({ target }) => /^(\.\.|src\/|cards\/|db\/|test\/|bench\/)/.test(target));
    const missing = own.filter(({ target }) => !known.has(target) && !/\.(json|css|svg)$/.test(target));
    expect(lines(missing)).toEqual([]);
  });
});

describe("how files are", () => {
  test("none is longer than 250 lines", () => {
    const long = files.filter(({ text }) => text.split("\n").length > 251);
    expect(long.map(({ path, text }) => `${path}: ${text.split("\n").length}`)).toEqual([]);
  });
  test("none only hands on what others export", () => {
    const handing = files.filter(
      ({ path, text }) =>
        /(^|\/)index\.tsx?$/.test(path) ||
        /^export\s+(\*|(type\s+)?\{[^}]*\})\s+from\b/m.test(codeOf(text, "strings kept")),
    );
    expect(handing.map(({ path }) => path)).toEqual([]);
  });
  test("types are never forced: no casts but `as const` and the one in cards/action.ts", () => {
    const casts = files.flatMap(({ path, text }) =>
      codeOf(text, "strings blank")
        // Renaming in imports (`as`) and tags in pages are not casts.
        .replace(/^(import|export)\b[^;]*;/gm, "")
        .split("\n")
        .filter((line) => /\bas\s+(?!const\b)[\w{[("'(]/.test(line) || /\bas$/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(casts).toEqual(["cards/action.ts: return { kind, ...entries } as Action;"]);
  });
  test("the compiler is never silenced", () => {
    const silenced = files.filter(({ text }) => /@ts-(ignore|expect-error|nocheck)/.test(text));
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });
  test("no test changes the environment of those that run after it", () => {
    const changing = sourceFiles("test").filter(
      ({ path, text }) =>
        path.endsWith(".test.ts") &&
        /process\.env(?:\.\w+|\[[^\]]*\])\s*=(?!=)/.test(codeOf(text, "strings blank")),
    );
    expect(changing.map(({ path }) => path)).toEqual([]);
  });
  test("the environment is read where a program starts, nowhere else", () => {
    const readers = files.filter(({ text }) => /process\.env/.test(codeOf(text, "strings blank")));
    expect(readers.map(({ path }) => path)).toEqual([
      "src/cli/open-deps.ts",
      "src/node.ts",
      "src/processes/worker-process.ts",
      "src/sandbox/main.ts",
    ]);
  });
});
