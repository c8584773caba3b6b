import { departmentIn } from "../task/named-department.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";
import { type RecordWords, saidIn } from "./record-words.ts";
import { hasWord, ME, type Sought } from "./sought.ts";
import { BESIDE, COMMON, SIGNS, TURN, WANTS, WHOLE, YES_OR_NO } from "./sought-words.ts";
import { type Most, mostIn } from "./superlative.ts";

// Questions for records by where they stand, in the words of their own definitions: 谁还没签收, 哪些任务受阻, 离石的奖补到账了没有.
// A text is such a question only where everything in it is accounted for; else its records are shown as they are.

/** Where the word of a definition stood. */
const PLACE = "◆";
const SET =
  /谁|哪[些几个家]|几[个家项件笔]|多少|有没有|有(?:什么|啥)|\b(?:who|which|what|how many|any|list)\b/;
const DAY = /什么时候|啥时候?|何时|几号|哪天|\bwhen\b/;

const WHY = /为什么|为啥|为何|什么原因|原因|\bwhy\b/;
/** Whether there is any: 贾家庄方案有没有. */
const HAS = /^(?:有没有|有无|有了?[吗没]有?)[?？]?$/;
/** Waits for the asker: 等我提意见. */
const FOR_ME = /等(?:着|待)?我|[要该]我|\bfor me\b/;

/** Records by where they stand; of the towns named, if any. */
export function aboutSought(heard: Heard): Intent | null {
  const { places, context } = heard;
  const { records = [] } = context;
  const { text: said, by } = besideTowns(heard);
  if (records.length === 0 || places.ask.length > 0 || WANTS.test(said)) return null;
  const why = WHY.test(said);
  const most = kindsNamed(said, records).kinds.length > 0 ? mostIn(said) : null;
  const text = withoutMost(said, most).replace(WHY, " ");
  const { kinds, names, left } = kindsNamed(text, records);
  const has =
    kinds.length > 0 && HAS.test(left) ? ({ of: idsOf(kinds), word: "", is: "any" } as const) : null;
  // 哪些方案在等我: nothing but whose turn it is.
  const isMine = kinds.length > 0 && by.by === ME && isAll(left.replace(FOR_ME, " "));
  const mine = isMine ? ({ of: idsOf(kinds), word: "", is: "open" } as const) : null;
  const ofKinds =
    has ??
    (kinds.length > 0
      ? (byWord(left, kinds, true) ??
        mine ??
        asWhole(left, kinds, names, records) ??
        asForemost(left, kinds, names, most?.most))
      : null);
  // What concerns single units is asked for by its own name alone.
  const open = records.filter(({ definition }) => definition.confidential !== true);
  const found = ofKinds ?? besideNames(text, kinds, names) ?? byWord(text, open, false, why, names);
  if (!found) return null;
  const isOne = (YES_OR_NO.test(text) || DAY.test(text)) && !SET.test(text.replace(DAY, " "));
  const sought: Sought = isOne && found.is === "either" ? { ...found, is: "done" } : found;
  const asks =
    why ||
    isOne ||
    most ||
    SET.test(text) ||
    TURN.test(text) ||
    (sought.is !== "either" && /[的呢]/.test(text));
  return asks
    ? intentOf(heard, { ...sought, ...by, ...(most ? { most: most.most } : {}) }, isOne, why)
    : null;
}

/** Of what is newest, the last visit or meeting is asked for in other words. */
function withoutMost(text: string, most: ReturnType<typeof mostIn>): string {
  return most && most.most !== "newest" ? text.replace(most.piece, " ") : text;
}

/** Of records named, nothing but which is the foremost; of those with a day, the open ones. */
function asForemost(
  left: string,
  kinds: readonly RecordWords[],
  names: readonly string[],
  most: Most | undefined,
): Sought | null {
  if (most === undefined || most === "newest" || !isAll(left)) return null;
  // 最晚交自评: what is handed in is what they are called.
  const word = names.find((name) => kinds.some((words) => hasWord(words, name)));
  if (word !== undefined && /[交报]/.test(left)) return { of: idsOf(kinds), word, is: "done" };
  return { of: idsOf(kinds), word: "", is: most === "large" || most === "small" ? "any" : "open" };
}

/**
 * Whatever else is asked about records that are named, as far as it is no other kind of question: how they all stand, one
 * alone as itself, where its every field can be read.
 */
export function aboutNamed(heard: Heard): Intent | null {
  const { places, action, context } = heard;
  if (action !== null || places.ask.length > 0) return null;
  const { text, by } = besideTowns(heard);
  const { records = [] } = context;
  const { kinds: all, names } = kindsNamed(text, records);
  const most = mostIn(text)?.most;
  // Of 技术标准 the newest is a standard, and no receipt of one.
  const own = most ? all.filter((words) => words.names.slice(0, 1).some((name) => names.includes(name))) : [];
  const kinds = own.length > 0 ? own : all;
  const of = { word: "", is: "any", ...by, ...(most ? { most } : {}) } as const;
  if (kinds.length > 0) return intentOf(heard, { of: idsOf(kinds), ...of }, false, false);
  // What only one procedure's steps ask for, of a town: 碛口示范点是哪.
  const asking =
    places.towns.length === 0 ? [] : records.filter(({ fields }) => fields.some((one) => text.includes(one)));
  if (asking.length === 1)
    return intentOf(heard, { of: idsOf(asking), word: "", is: "any", ...by }, false, false);
  // A department alone, and nothing else that could be meant.
  if (records.length === 0 || by.by === undefined || by.by === ME || !isAll(text)) return null;
  const open = records.filter(({ definition }) => definition.confidential !== true);
  return intentOf(heard, { of: idsOf(open), word: "", is: "open", ...by }, false, false);
}

function intentOf({ places, past, when }: Heard, sought: Sought, one: boolean, why: boolean): Intent {
  const then = past ? { day: past.day } : when;
  return {
    ...{ kind: "sought", sought, towns: places.towns, ...then },
    ...(one ? { one } : {}),
    ...(why ? { why } : {}),
  };
}

/** The text without towns and days, and whose records are meant. */
function besideTowns({ rest, past, programme }: Heard): { text: string; by: { by?: string } } {
  const department = departmentIn(rest, programme);
  const text = [past?.piece, department?.piece]
    .reduce<string>((left, piece) => (piece === undefined ? left : left.replace(piece, " ")), rest)
    .replace(/\s+/g, " ")
    .trim();
  if (department) return { text, by: { by: department.department.slug } };
  return { text, by: FOR_ME.test(text) ? { by: ME } : {} };
}

type Named = { kinds: RecordWords[]; names: string[]; left: string };

/** The procedures whose records a text names, their names in it, and the text without them; the longest name counts. */
function kindsNamed(text: string, records: readonly RecordWords[]): Named {
  const all = records
    .flatMap((words) => words.names.map((name) => ({ words, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const kinds = new Set<RecordWords>();
  const names = new Set<string>();
  let left = text;
  for (const { words, name } of all) {
    const piece = saidIn(left, name);
    if (piece === null && !names.has(name)) continue;
    if (piece !== null) left = left.replace(piece, " ");
    names.add(name);
    kinds.add(words);
  }
  return { kinds: [...kinds], names: [...names], left: left.trim() };
}

/** By a word of these definitions, the longest that leaves nothing unaccounted for. `named`: the records were named, too. */
function byWord(
  text: string,
  records: readonly RecordWords[],
  named: boolean,
  whole = false,
  names: readonly string[] = [],
): Sought | null {
  const found = records.flatMap((words) =>
    [...words.states, ...words.steps].flatMap(({ terms }) =>
      terms.flatMap(({ stem, head }) => {
        const piece = named || !COMMON.has(stem) ? saidIn(text, stem) : null;
        return piece === null ? [] : [{ piece, head }];
      }),
    ),
  );
  const tried = new Set<string>();
  for (const { piece, head } of found.sort((a, b) => b.piece.length - a.piece.length)) {
    if (tried.has(piece)) continue;
    tried.add(piece);
    const marked = text.replace(piece, PLACE);
    const of = records.filter((words) => hasWord(words, head));
    // The records' own name with nothing said of it asks for all of them.
    const is = SIGNS.find(([, signs]) => signs.test(marked))?.[0] ?? "either";
    const isName = names.includes(piece) || of.some((words) => words.names.includes(head));
    if (is === "either" && !whole && isName) continue;
    if (is === "either" && !named && piece.length === 1) continue;
    if (isAll(marked.replace(/[要该]?◆/, " "))) return { of: idsOf(of), word: head, is };
  }
  return null;
}

/** By a word that is a second name of the records: 督查整改待整改. */
function besideNames(text: string, kinds: readonly RecordWords[], names: readonly string[]): Sought | null {
  if (names.length < 2) return null;
  const found = names.map((name) => {
    const others = names.filter((one) => one !== name);
    return byWord(
      others.reduce((left, one) => left.replace(one, " "), text),
      kinds,
      true,
    );
  });
  return found.find((one) => one !== null) ?? null;
}

/** Of records named, how they stand as a whole: not done, late, whose turn. */
function asWhole(
  left: string,
  kinds: readonly RecordWords[],
  names: readonly string[],
  records: readonly RecordWords[],
): Sought | null {
  const found = WHOLE.find(([, words]) => words.test(left));
  if (!found || !isAll(left.replace(found[1], " "))) return null;
  const [is] = found;
  // 整改 names the records of one procedure and a state in others.
  const word = names.find((name) => records.some((one) => hasWord(one, name)));
  if (word === undefined || (is !== "ended" && is !== "not"))
    return { of: idsOf(kinds), word: "", is: is === "not" ? "open" : is };
  const of = records.filter(
    (one) => kinds.includes(one) || (one.definition.confidential !== true && hasWord(one, word)),
  );
  return { of: idsOf(of), word, is: is === "not" ? "unended" : is };
}

function idsOf(records: readonly RecordWords[]): string[] {
  return records.map(({ definition }) => definition.id);
}

/** Whether a text says nothing that is not said beside any word. */
export function isAll(text: string): boolean {
  return (
    BESIDE.reduce((left, words) => left.replace(new RegExp(words.source, "gu"), " "), text).trim() === ""
  );
}
