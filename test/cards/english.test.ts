import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";

// The English texts of cards/text, each said with a 1 in the place of every number.

const folder = join(import.meta.dirname, "../../cards/text");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

/** `1 days`, `**1** more towns`; no plural: `1 across`, `1 less`. Points are said with their decimals. */
const PLURAL =
  /\b1(?:\*\*)? (?:(?:more|other|working|further|new|open) )*(?!has|was|is|this|across|less|its|always|does|as|points)[a-z]+s\b/;
/**
 * Said of all towns, of several only, or of a number that is never 1; names and notices that stand where a number would.
 */
const NOT_OF_ONE =
  /\bseveral:|buttonAll|openText|openConfirm|noneMoved|moved:|summary|too_long|whyTitle|compareWith|seeOf|deputy:|byOffice|handOver|investmentMoved|dueMoved|followed|sameRest|bulletinCardText.length|misreportText.items/;

type Said = [path: string, text: string];

/** What a text says with a 1 in one place, and a word or a list of words in the others. */
function spoken(path: string, say: (...args: unknown[]) => unknown): Said[] {
  const places = Math.max(say.length, 1);
  const found = Array.from({ length: places * 2 ** places }, (_, n): unknown[] => {
    const at = n % places;
    const lists = Math.floor(n / places);
    return Array.from({ length: places }, (__, i) => (i === at ? 1 : (lists >> i) & 1 ? ["7"] : "7"));
  });
  return [...found, [{ n: 1, names: ["7"], detail: "7" }]].flatMap((args) => {
    try {
      const text = say(...args);
      return typeof text === "string" ? [[path, text]] : [];
    } catch {
      // A word or a list where the text takes something else.
      return [];
    }
  });
}

function textsIn(path: string, texts: unknown): Said[] {
  if (typeof texts === "string") return [[path, texts]];
  if (typeof texts === "function") return spoken(path, (...args) => Reflect.apply(texts, undefined, args));
  if (typeof texts !== "object" || texts === null) return [];
  return Object.entries(texts).flatMap(([name, text]) => textsIn(`${path}.${name}`, text));
}

/** The English texts of an exported value: of one by language, or of a function of the language. */
function english(exported: unknown): unknown {
  if (typeof exported === "object" && exported !== null && "en" in exported) return exported.en;
  if (typeof exported !== "function") return null;
  try {
    return Reflect.apply(exported, undefined, ["en"]);
  } catch {
    return null;
  }
}

let all: Said[] = [];
beforeAll(async () => {
  const modules = await Promise.all(
    files.map(async (file) => [file, await import(join(folder, file))] as const),
  );
  all = modules.flatMap(([file, module]) =>
    Object.entries(module).flatMap(([name, exported]) => textsIn(`${file} ${name}`, english(exported))),
  );
});

const those = (faulty: ([path, text]: Said) => boolean) => [
  ...new Set(all.filter(faulty).map(([path, text]) => `${path}: ${text}`)),
];

test("one of a thing is not said in the plural", () => {
  expect(files.length).toBeGreaterThan(60);
  expect(those(([path, text]) => PLURAL.test(text) && !NOT_OF_ONE.test(`${path}:`))).toEqual([]);
});

/** Names of sheets and of documents, which are Chinese; and texts that take the language as their second argument. */
const IN_CHINESE = /planText\.(notAPlan|problem\.)|itemNumberText|statementQuestion|pointsLost/;

test("no Chinese is left in them", () => {
  expect(those(([path, text]) => /\p{Script=Han}/u.test(text) && !IN_CHINESE.test(path))).toEqual([]);
});
