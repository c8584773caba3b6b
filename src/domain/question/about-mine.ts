import { namedIn } from "../places/place-names.ts";
import { aboutNamed, isAll } from "./about-sought.ts";
import type { ChatAction } from "./action-words.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";
import { asksForm, asksHelp, asksTasks, type TaskList, unexplained } from "./intent-words.ts";

// What the asker has to do, wants done or wants to hear of the bot itself.

/** Lights are counted by town; lights without a town or a number are those of tasks. */
const COUNTS = /几[个家]|多少|[镇乡单]|\bhow many\b|\btowns?\b/;
const WAITING =
  /待审核?|待办|[审批]过?了?(?:没|吗)|^(?:我)?要审(?:核)?的|该我审核?|没审核?|未审核?|审没审|改(?:好|完)?了(?:没|吗)|等.{0,3}[我审]|[有还](?:些|有)?(?:啥|什么|哪些)?(?:事|活)?.{0,3}(?:没[办做处]|要我|该我|欠(?!多少|几))|欠(?:什么|啥|哪些)|今天.{0,3}(?:要|该)?(?:做|办|干)(?:什么|啥)|\bwaiting\b|\bto review\b|\bawaiting\b|\bto-?dos?\b|\bleft (?:for me )?to do\b|\bleft for me\b|\bdo i have to do\b|\bdo i owe\b|\bowed\b/;
const MY_DAY =
  /我.{0,4}(?:要|该|得)我?(?:签|批|审|办|处理|答复|确认|定)的|^我的事|我(?:今天|现在)?(?:要|该)?(?:干|做|办)(?:嘛|啥|什么)|要我?定(?:啥|什么)|有?(?:啥|什么|哪些)没[签批定]|谁.{0,2}等我|^(?:我要)?会签[。！!]?$|我的意见|(?:哪些|什么|啥)意见.{0,3}[要该没]提|(?:要|该|待)提.{0,2}意见|意见.{0,4}(?:什么时候|几号|哪天).{0,3}(?:到期|截止|交|提)|\bcomments? .{0,8}due\b|等(?:着)?我.{0,2}[办填提]|待办|[有还](?:些|有)?(?:啥|什么|哪些)?(?:事|活)?.{0,3}(?:没[办做处]|要办|要我|该我|欠(?!多少|几))|欠(?:什么|啥|哪些)|^有(?:什么|啥)(?:活|事)[吗儿]?[?？]?$|等(?:着)?我.{0,2}[批签]的|今天.{0,3}(?:要|该)?(?:做|办|干)(?:什么|啥)|\bwait(?:ing|s) for me\b|\bto-?dos?\b|\bleft (?:for me )?to do\b|\bleft for me\b|\bdo i have to do\b|\bdo i owe\b|\bmy day\b/;
const URGENT = /加急|特急|urgent/;
/** Thanks and nothing else. */
const THANKS =
  /^(?:(?:好的?|收到|嗯+|哦|ok|okay|great|行|知道了|明白了?|非常|太|many|十分)[\s,。.!、~]*)*(?:谢谢|谢了|多谢|感谢|辛苦|thanks|thank you|thx|cheers)(?:[\s,。.!、~]|您|你|了|啦|啊|哦|哈|大家|各位|小助手|so much|very much|a lot|you|ok)*$/;

/** Whoever sets up the roster needs to know how people are called in it: 我的ID, my open_id. */
export function asksOwnId(text: string): boolean {
  return /^(?:(?:我|本人)的?|my )\s*(?:open[\s_-]?)?id\s*(?:是(?:什么|多少|啥))?\s*[?？。.!]?$/i.test(
    text.trim(),
  );
}

/** 自检, self-check: how the bot itself is. */
export function asksSelfCheck(text: string): boolean {
  return /^(?:系统|机器人)?自检(?:一下)?[。.!！]?$|^self[\s-]?check[.!]?$/i.test(text.trim());
}

export function aboutThanks({ text }: Heard): Intent | null {
  return THANKS.test(text) ? { kind: "thanks" } : null;
}

export function aboutUrgent({ text, places }: Heard): Intent | null {
  return URGENT.test(text) ? { kind: "urgent", towns: namedIn(places) } : null;
}

/** 督办〔2026〕3号, 督办3号; supervised item 2026/3. */
const ITEM = /(?:督办|item)\D{0,3}(?:(20\d\d)\D{1,3})?(\d{1,4})(?:号|\s*$)/;

function itemIn(text: string): { item?: { year?: number; n: number } } {
  const [, year, n] = ITEM.exec(text) ?? [];
  if (n === undefined) return {};
  return { item: { ...(year === undefined ? {} : { year: Number(year) }), n: Number(n) } };
}

/** Tasks and 督办 items, of one list or of any; of one town, if named. */
export function aboutTasks(only?: TaskList): (heard: Heard) => Intent | null {
  return ({ text, action, places, figure }) => {
    const [town] = places.towns;
    const ofTown = town && /任务|\btasks?\b/.test(text) ? "all" : null;
    const scope = action === null ? (asksTasks(text) ?? ofTown) : null;
    const ofTowns = figure?.figure.kind === "light" && (town !== undefined || COUNTS.test(text));
    if (!scope || (only && scope !== only) || figure?.figure.kind === "pace" || ofTowns) return null;
    return { kind: "tasks", scope, ...(town ? { town } : {}), ...(scope === "slips" ? itemIn(text) : {}) };
  };
}

/** What waits for the asker. */
export function aboutMyDay({ text, places, context }: Heard): Intent | null {
  const named = places.ask.length > 0 || places.towns.some((town) => town !== context.own);
  return MY_DAY.test(text) && !asksForm(text) && !named ? { kind: "my_day" } : null;
}

/** What waits for somebody; of a named town, where its report stands. */
export function aboutWaiting({ text, rest, places, when, english }: Heard): Intent | null {
  if (!WAITING.test(text) || asksForm(text) || places.ask.length > 0) return null;
  // 改名的事批了没 asks for something else.
  const left = rest.replace(WAITING, " ");
  if (!english && !isAll(unexplained(left))) return null;
  const [town] = places.towns;
  return town ? { kind: "status", town, ...when } : { kind: "waiting" };
}

/** Also the name of the first measure that is put to a town. */
const MEASURE = /提醒|\bremind/;

/** Something to be done rather than to be known. */
export function action(asked: ChatAction): (heard: Heard) => Intent | null {
  return ({ text, action, places, when, programme }) => {
    if (action !== asked) return null;
    const ofCounty = programme.counties.some(({ short }) => text.includes(short));
    const measure = asked === "remind" && MEASURE.test(text) && !ofCounty ? { measure: true as const } : {};
    return { kind: "action", action, towns: namedIn(places), ...measure, ...when };
  };
}

export function aboutForm(heard: Heard): Intent | null {
  const { text } = heard;
  // 自评怎么填 is about another form.
  if (!/填报|报表/.test(text) && aboutNamed(heard)) return null;
  return asksForm(text) ? { kind: "my_form" } : null;
}

export function aboutHelp({ text, places }: Heard): Intent | null {
  return asksHelp(text) && namedIn(places).length === 0 ? { kind: "help" } : null;
}
