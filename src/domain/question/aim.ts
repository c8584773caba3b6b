import { findPlaces, type Places } from "../places/place-names.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { readNumeral } from "../reading/numerals.ts";
import { asksWhy } from "./intent-words.ts";

// The target of a what-if question: a place (还差多少进前三), the score of another town (要追上那个镇还差多少), or
// any number of places up (怎么提高排名), or the place that more investment would bring (再投500万能到第几).

/** The target: place n (1 is the top), a town to reach, `up` places above the present one; or what 万元 more would bring. */
export type Aim = { place: number } | { town: Town } | { up: number } | { added: number };
/** `subject`: the towns named as the ones who want to get there; `target`: those named as the ones to catch up with. */
export type Aiming =
  | { kind: "aim"; aim: Exclude<Aim, { town: Town }>; subject: Places }
  | { kind: "catch_up"; target: Places; subject: Places };

const N = "([一二两三四五六七八九十\\d]{1,3})";
const ORDINALS =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,3}(?:st|nd|rd|th)".split("|");
const ORDINAL = `(${ORDINALS.join("|")})`;
const CARDINALS = "one|two|three|four|five|six|seven|eight|nine|ten".split("|");
const CARDINAL = `(${CARDINALS.join("|")}|\\d{1,3})`;

const PLACE = `(?:前${N}(?:名|位|强)?(?!个?季)|第${N}(?:名|位)?(?!个?季)|(榜首|头名|冠军))`;
const EN_PLACE = `(?:the |our )?(?:top ${CARDINAL}|${ORDINAL}(?: place| rank)?|(?:place|rank|number|no\\.?) ${CARDINAL}|(top(?: spot| place)?))\\b`;

/** Asks for the next place up, without naming it. */
const NEXT =
  /[前上]一[名位]|前面(?:一[个家名]|那[个家]|的)|\bthe (?:one|place|next) (?:in front|ahead|above)\b/;

const GO = [
  new RegExp(
    `(?:才能|[能会要想]|冲击?|挤|闯|升|排|夺|争取?|力争|保住?|重返|跻身|成为|当)?(?:[进到得至入回拿夺争保冲当]|成为|跻身|重返|才能|冲击)(?:全[市县区省])?的?${PLACE}`,
  ),
  new RegExp(
    `\\b(?:reach|enter|be(?: in| among)?|become|get(?: back)? (?:to|into)|make(?: it)?(?: to| into)?|(?:move|go|climb|rise|come|jump)(?: up)? (?:to|into)|break into|finish|come|take)\\s+${EN_PLACE}`,
  ),
];
const FROM = [
  new RegExp(`(?:离|距离?|[和跟与比]|落后于?|差)[\\s]*(?:全[市县区省])?的?${PLACE}`),
  new RegExp(`${PLACE}比[我咱本]`),
  new RegExp(`\\bbetween .{0,40}? and ${EN_PLACE}`),
  new RegExp(`\\b(?:far|away|short|behind|off|distance|gap)\\b.{0,40}?\\b(?:from|of|to|behind) ${EN_PLACE}`),
];
const CATCH_UP =
  /追[上平赶]?|赶[上超]|超[过越]|反超|拉平|打平|\b(?:catch(?:ing)?(?: up)?(?: with| to)?|overtak(?:e|ing)|pass|beat|(?:draw )?level with|get (?:ahead of|past|level with)|surpass)\b/;
const UP_BY = [
  new RegExp(`(?:上升|前进|提升|提高|往前|向前|进|升|上)[进升走]?${N}(?:个)?(?:位|名)`),
  new RegExp(`\\b(?:up|rise|climb|gain|win) ${CARDINAL} (?:place|rank|position)s?\\b`),
];
const UP = [
  /(?:提高|提升|改善|拉高)(?:一下)?(?:[我本咱]们?镇?)?的?(?:排名|名次|位次)/,
  /(?:排名|名次|位次).{0,6}(?:上去|上升|提高|提升|靠前|往前|前进|升)/,
  /往上走|[追赶]上[去来]|(?:怎么|怎样|如何|咋).{0,4}(?:靠前|上升|前进|进位)|(?:摆脱|不再?|脱离)(?:垫底|倒数|末位)/,
  /\b(?:move|go|climb|get) (?:up|higher)\b|\bimprove (?:our|the|my|its|their) rank/,
];

const MORE = [
  /(?:再|多|追加|新增|增加|如果|假如|要是)[^\d一二两三四五六七八九十百千]{0,6}([\d.,一二两三四五六七八九十百千]+[万亿]?)/,
  /\b(?:another|more by|extra) ([\d.,]+)|\b([\d.,]+) more\b/,
];
const INVESTS = /投|完成|资金|万|\binvest|\bwan\b|\bmore (?:do|bring|change)\b/;
const ARRIVES =
  /第几|几名|多少名|什么名次|排到|到哪|得多少分|[涨升加](?:多少|几)(?:分|名|位)|\bmore (?:do|bring|change)\b|\bwhere\b|\bwhat (?:rank|place)\b|\bhow (?:high|far)\b/;

/** Asks how, or how much; a plain "who is third" does not match. */
const HOW =
  /怎么(?!样|会)|怎样|如何|咋(?!样)|才[能行会]|第几|几名|差|多少|多远|[要需]|能|离|距|想|还有|\bhow\b|\bwhat\b|\bcan\b|\bneed|\btakes?\b|\bwould\b/;
/** Rules a what-if out: the question is about other towns, or about the past. */
const NOT_SO =
  /谁|哪[个些几家]|什么时候|了[吗没么?!。\s]*$|被|\bwho\b|\bwhich\b|\bwhen\b|\bdid\b|\bhas\b|\bhave\b/;

/** The target named in folded text (foldText); null when the text is no what-if question. */
export function readAim(text: string, programme: Programme): Aiming | null {
  const plain = text.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, "");
  if (!HOW.test(plain) || NOT_SO.test(plain) || asksWhy(plain)) return null;
  const added = addedIn(plain);
  if (added !== null) return { kind: "aim", aim: { added }, subject: findPlaces(plain, programme) };
  const caught = CATCH_UP.exec(plain);
  const target = caught && findPlaces(plain.slice(caught.index + caught[0].length), programme);
  if (caught && target && named(target)) {
    const before = findPlaces(plain.slice(0, caught.index), programme);
    const [first, ...others] = target.towns;
    // "to catch X, how much does Y need": the first town after the verb is the target.
    const subject = named(before) ? before : { ...target, towns: others, ask: [] };
    return { kind: "catch_up", target: { ...target, towns: first ? [first] : [] }, subject };
  }
  const aim = placeIn(plain, caught !== null) ?? upwards(plain);
  return aim && { kind: "aim", aim, subject: findPlaces(plain, programme) };
}

/** 万元 supposed to be invested on top; null when nothing is supposed. */
function addedIn(text: string): number | null {
  if (!INVESTS.test(text) || !ARRIVES.test(text)) return null;
  const found = MORE.map((words) => words.exec(text)).find((match) => match !== null);
  const amount = readNumeral((found?.[1] ?? found?.[2] ?? "").replace(/,/g, ""));
  if (!amount.ok || amount.value <= 0) return null;
  return amount.scaled ? amount.value / 10_000 : amount.value;
}

function named({ towns, ask }: Places): boolean {
  return towns.length + ask.length > 0;
}

function placeIn(text: string, catchingUp: boolean): { place: number } | null {
  if (/倒数|最后|垫底/.test(text) || NEXT.test(text)) return null;
  const after = catchingUp ? [new RegExp(PLACE), new RegExp(EN_PLACE)] : [];
  for (const pattern of [...GO, ...FROM, ...after]) {
    const found = pattern.exec(text);
    if (found) return { place: numberOf(found.slice(1)) ?? 1 };
  }
  return null;
}

function upwards(text: string): { up: number } | null {
  for (const pattern of UP_BY) {
    const found = pattern.exec(text);
    const up = found && numberOf(found.slice(1));
    if (up) return { up };
  }
  return [NEXT, ...UP].some((pattern) => pattern.test(text)) ? { up: 1 } : null;
}

/** The number in the group that matched; null when the match has none (榜首). */
function numberOf(groups: Array<string | undefined>): number | null {
  const said = groups.find((group) => group !== undefined);
  if (said === undefined) return null;
  const word = Math.max(ORDINALS.indexOf(said), CARDINALS.indexOf(said));
  if (word >= 0) return word + 1;
  const numeral = readNumeral(said.replace(/(st|nd|rd|th)$/, ""));
  return numeral.ok && Number.isInteger(numeral.value) && numeral.value > 0 ? numeral.value : null;
}
