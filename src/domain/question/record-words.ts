import type { Procedure } from "../procedure/definition.ts";
import { foldText } from "../reading/fold-text.ts";

// The words of every procedure's definition, taken apart so that its records can be asked for by them: 待县级会签 says that
// something waits, and what it waits for is called 县级会签 or 会签.

/** What a state says of a word: it is waited for or under way (待会签, 整改中), done (已销号), or was not done (未签到). */
export type Sense = "waits" | "done" | "not";
/** `stem`: as people write it; `head`: the definition's own word that it stands for. */
export type Term = { stem: string; head: string; sense: Sense };
export type RecordWords = {
  definition: Procedure;
  /** The labels of what its steps ask for, as far as they say what it is about: 示范点, 领导机构. */
  fields: string[];
  /** What its records are called. */
  names: string[];
  /** Whether a sentence leads to the form of a new one, and what people call it when they ask for that. */
  opens: boolean;
  begins: string[];
  states: Array<{ id: string; terms: Term[] }>;
  /** `asks`: the step only asks for it and does not do it, as 申请销号 does with 销号. */
  steps: Array<{ id: string; terms: Array<Omit<Term, "sense"> & { asks?: true }> }>;
};

/** Other words people use: for the records, for being in a state (written as a state is: 已收到), for a step. */
export type AlsoSaid = {
  names?: readonly string[];
  states?: Readonly<Record<string, readonly string[]>>;
  steps?: Readonly<Record<string, readonly string[]>>;
  /** When a new one is asked for. */
  begins?: readonly string[];
};
/** One language's words of a definition. */
export type Wording = {
  name: string;
  states: Readonly<Record<string, string>>;
  steps: Readonly<Record<string, { log: string }>>;
  fields?: Readonly<Record<string, string>>;
  said?: AlsoSaid;
};

/** The words of a definition in all languages. */
export function recordWords(definition: Procedure, wordings: readonly Wording[], opens = false): RecordWords {
  const names = wordings.flatMap(({ name, said }) => [name, ...(said?.names ?? [])]).map(foldText);
  const begins = wordings.flatMap(({ said }) => said?.begins ?? []).map(foldText);
  return {
    ...{ definition, names, fields: fieldsOf(wordings), opens, begins: [...names, ...begins] },
    states: Object.entries(definition.states).map(([id, { owes }]) => ({
      id,
      terms: wordings.flatMap(({ states, said }) => {
        const own = partsOf(states[id] ?? "", owes !== undefined);
        const head = (own.find(([term]) => term?.sense === "done") ?? own[0])?.at(-1)?.head;
        const also = (said?.states?.[id] ?? []).flatMap((words) => partsOf(words, owes !== undefined));
        return [...own.flat(), ...also.flat().map((term) => ({ ...term, head: head ?? term.head }))];
      }),
    })),
    steps: Object.keys(definition.steps).map((id) => stepWords(id, wordings)),
  };
}

/** Said of anything, and of no procedure in particular. */
const GENERAL = /[哪几谁]|什么|进度|情况|问题|投资|资金|得分|原因|照片|单位|部门|节假日/;

function fieldsOf(wordings: readonly Wording[]): string[] {
  return wordings
    .flatMap(({ fields = {} }) => Object.values(fields))
    .map((label) => foldText(label.replace(/（.*$/, "")))
    .filter((label) => /^[\u3400-\u9fff]{3,6}$/.test(label) && !GENERAL.test(label));
}

const BREAKS = /[，：、；（）,:;()]/;
const MARKED = /^(.{0,3}?)(待|已|未|正在)(.+)$/;
const ENGLISH_MARKED = /^(?:.* )?(to be|being|waits? for(?: an?)?|waiting for(?: an?)?|not) (.+)$/;

/** What a state's words say, part by part: 已拨付，待确认到账. What has no mark is done where something else waits or nobody owes a step. */
function partsOf(words: string, owes: boolean): Term[][] {
  const parts = foldText(words)
    .split(BREAKS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const waits = parts.some((part) => part.startsWith("待") || part.startsWith("to "));
  return parts.map((part) => {
    const [, , mark, marked] = MARKED.exec(part) ?? [];
    const [, english, rest] = ENGLISH_MARKED.exec(part) ?? [];
    if (mark !== undefined && marked !== undefined) return terms(marked, senseOf(mark));
    if (english !== undefined && rest !== undefined) return terms(rest, english === "not" ? "not" : "waits");
    const [, going] = /^(.+)中$/.exec(part) ?? [];
    if (going !== undefined) return terms(going, "waits");
    return terms(part, owes && !(waits && !part.startsWith("to ")) ? "waits" : "done");
  });
}

function senseOf(mark: string): Sense {
  if (mark === "未") return "not";
  return mark === "已" ? "done" : "waits";
}

function terms(stem: string, sense: Sense): Term[] {
  return stemsOf(stem.replace(/中$/, "")).map((one) => ({ stem: one, head: one, sense }));
}

/** Four characters are two words; the last two of a longer phrase are its verb. Of English words the last may stand alone. */
function stemsOf(phrase: string): string[] {
  const stem = phrase.replace(/^(?:the|an?|it|is) | it$/g, "");
  if (/^[ -~]+$/.test(stem)) {
    if (stem.startsWith("to be ")) return [];
    const last = stem.split(" ").at(-1) ?? "";
    return last !== stem && last.length > 4 ? [stem, last] : [stem];
  }
  if (stem.length < 4) return [stem];
  return stem.length === 4 ? [stem, stem.slice(0, 2), stem.slice(-2)] : [stem, stem.slice(-2)];
}

/** What undoes, denies or is itself a no. */
const DENIES = /没|未|不|退回|撤|\bnot\b|\bno\b|withdr|sent back|refus/;
/** A step that asks for what the rest of its words name. */
const ASKS = /^(?:申请|提交|提请|送|要求)(?=..)/;
/** A step that another record's step takes along: 随创建方案批准列入. */
const ALONG = /^[随按]/;

function stepWords(id: string, wordings: readonly Wording[]): RecordWords["steps"][number] {
  const terms = wordings.flatMap(({ steps, said }) => {
    const log = foldText(steps[id]?.log ?? "");
    const parts = DENIES.test(log) || ALONG.test(log) ? [] : log.split(BREAKS).map((part) => part.trim());
    const own = [...parts, ...parts.flatMap((part) => beforeName(part, said))].flatMap((part) =>
      part === "" ? [] : doneBy(part),
    );
    const head = own.findLast(({ asks }) => !asks)?.head;
    const also = (said?.steps?.[id] ?? []).map(foldText);
    return [...own, ...also.map((stem) => ({ stem, head: head ?? stem }))];
  });
  return { id, terms };
}

/** 报告整改情况 is said as 报告 of a 整改. */
function beforeName(part: string, { names = [] }: AlsoSaid = {}): string[] {
  return names.flatMap((name) => {
    const at = part.indexOf(name);
    return at > 1 && /[\u3400-\u9fff]/.test(name) ? [part.slice(0, at).trim()] : [];
  });
}

function doneBy(part: string): RecordWords["steps"][number]["terms"] {
  const [verb] = ASKS.exec(part) ?? [];
  return stemsOf(part).map((stem) => ({
    stem,
    head: stem,
    ...(verb !== undefined && !stem.startsWith(verb) ? { asks: true as const } : {}),
  }));
}

/** The piece of a text that is this stem, in any of its forms; null where it is not said. */
export function saidIn(text: string, stem: string): string | null {
  if (!/^[ -~]+$/.test(stem)) return text.includes(stem) ? stem : null;
  return inflected(stem).exec(text)?.[0] ?? null;
}

const forms = new Map<string, RegExp>();

function inflected(stem: string): RegExp {
  const known = forms.get(stem);
  if (known) return known;
  const [first = "", ...rest] = stem
    .replace(/[^a-z ]/g, " ")
    .trim()
    .split(/ +/);
  const root = first.length > 4 ? first.replace(/(?:ed|ing|e)$/, "") : first;
  const made = new RegExp(`\\b${[`${root}(?:e|ed|es|s|ing)?`, ...rest].join("[^a-z]+")}\\b`);
  forms.set(stem, made);
  return made;
}
