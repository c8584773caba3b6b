import { readFileSync } from "node:fs";
import { KITS } from "../../../../cards/record/kits.ts";
import { wordsOfKits } from "../../../../cards/record/record-words.ts";
import { periodOf } from "../../../../src/domain/calendar/period.ts";
import { townBySlug } from "../../../../src/domain/programme/programme.ts";
import type { AskContext, Intent, Topic } from "../../../../src/domain/question/intent.ts";
import { understand } from "../../../../src/domain/question/understand.ts";
import { towns } from "../../programmes.ts";
import { intentLine } from "./intent-line.ts";

/** One question with every reading that is right. `as`: slug of the asker's town; `after`: what was asked just before. */
export type Asked = { text: string; right: string[]; as?: string; after?: string };

/** `# heading` starts a section, `# as SLUG` and `# after QUESTION` set the scene; `question => reading / reading`. */
export function readTable(file: string): Asked[] {
  let scene: Scene = {};
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .flatMap((line): Asked[] => {
      const [, word, rest] = /^# (as|after)? ?(.*)$/.exec(line) ?? [];
      if (line.startsWith("#")) scene = sceneOf(word, rest ?? "");
      const [text, right] = line.split(" => ");
      return text && right ? [{ text, right: right.split(" / "), ...scene }] : [];
    });
}

type Scene = Pick<Asked, "as" | "after">;

function sceneOf(word: string | undefined, rest: string): Scene {
  if (word === "as") return { as: rest };
  return word === "after" ? { after: rest } : {};
}

/** The reading of a question in its scene, on a day of the fourth quarter while the third is reported. */
export function readingOf({ text, as, after }: Omit<Asked, "right">): string {
  return intentLine(intentOf(text, as, after));
}

function intentOf(text: string, as?: string, after?: string): Intent {
  const own = as === undefined ? undefined : townBySlug(towns, as);
  const before = after === undefined ? null : topicOf(intentOf(after));
  const context: AskContext = {
    period: periodOf(2026, 3),
    today: periodOf(2026, 4),
    records: wordsOfKits(KITS),
    ...(own ? { own } : {}),
    ...(before ? { before } : {}),
  };
  return understand(text, towns, context);
}

function topicOf(intent: Intent): Topic | null {
  const when = "period" in intent && intent.period ? { period: intent.period } : {};
  switch (intent.kind) {
    case "figure":
      return { ask: "figure", whom: intent.whom, figure: intent.figure, ...when };
    case "status":
      return { ask: "status", whom: { towns: [intent.town] }, ...when };
    case "compare":
      return { ask: "compare", whom: { towns: intent.towns }, ...when };
    case "sought":
      return {
        ask: "sought",
        whom: intent.towns.length > 0 ? { towns: intent.towns } : "all",
        sought: intent.sought,
        ...when,
      };
    case "ranking":
      return { ask: "ranking", whom: "all", ...when };
    default:
      return null;
  }
}
