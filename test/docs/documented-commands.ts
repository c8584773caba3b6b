import { readdirSync, readFileSync } from "node:fs";

// The commands the documents tell people to type.

export type Documented = { page: string; words: string[] };

/** But the history of decisions and changes, which names what was there then. */
const PAGES = [
  "README.md",
  "README.zh-CN.md",
  "CONTRIBUTING.md",
  "compose.yaml",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md") && name !== "decisions.md")
    .map((name) => `docs/${name}`),
];

const TENTOWNS = ["npm", "run", "tentowns", "--"];

/** Every line of a shell block, and every piece of code in a sentence that begins with one of these words. */
export function documentedCommands(first: readonly string[]): Documented[] {
  return PAGES.flatMap((page) => {
    const text = readFileSync(page, "utf8").replaceAll("\\|", "|");
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
      block
        .replace(/\\\n\s*/g, " ")
        .replace(/\$\([^)]*\)/g, "today")
        .split("\n"),
    );
    const spans = [...text.replace(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(
      ([, code = ""]) => code,
    );
    const inSentences = spans.filter((code) => startsLike(wordsOf(code), first));
    return [...blocks, ...inSentences]
      .flatMap((line) => line.replace(/\s#\s.*$/, "").split("&&"))
      .map((line) => ({ page, words: wordsOf(line) }))
      .filter(({ words }) => words.length > 0);
  });
}

/** Without the program's name, where a command is ours. */
export function ownPart(words: readonly string[]): string[] | null {
  return TENTOWNS.every((word, i) => words[i] === word) ? words.slice(TENTOWNS.length) : null;
}

/** Words without leading variables; what is quoted is one. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  return start < 0 ? [] : words.slice(start);
}

function startsLike([word = "", next]: readonly string[], first: readonly string[]): boolean {
  if (["npm", "npx", "docker"].includes(word)) return true;
  return first.includes(word) && (next !== undefined || word === "doctor");
}
