import { yearOf } from "../calendar/period.ts";
import { namedIn } from "../places/place-names.ts";
import type { Town } from "../programme/programme.ts";
import { findFigure } from "./figures.ts";
import type { Heard } from "./heard.ts";
import type { AskContext, Intent } from "./intent.ts";
import {
  asksMissing,
  asksPhotos,
  asksRanking,
  asksStatus,
  asksVagueDistance,
  asksWhy,
  comparesWith,
  leftOf,
  unexplained,
} from "./intent-words.ts";

// Questions about towns that are named, apart from single figures.

/** Towns whose posts are listed in one answer; with more, one is asked back. */
const MOST_OFFICES = 4;
const PEOPLE =
  /谁(?:来|去|在)?(?:负责|分管|主管|审|填|管|对接)|(?:是|找|归)谁(?:来|去)?(?:负责|审|填|报|管)?|(?:负责|联系|填报|审核)人|(?:镇长|书记|审核人|填报人)(?:是|叫)|\bwho(?:'s| is| are) (?:responsible|in charge|the (?:reviewer|official|contact))|\bwho (?:reviews|fills|reports for)|\bcontact (?:person|of)/;
/** Asks for another person, or for a count of them. */
const NO_PERSON = /没|未|缺|第[一二三四五]|最/;
const PLACE_FACTS =
  /定位|主导产业|什么类型|哪[一]?类|第几阶段|属于哪|别名|还叫什么|改.{0,4}分组|\bpositioning\b|what kind|\bother names?\b/;
/** How far something has come, which is a figure of its own. */
const HOW_FAR = /完成|进度|几成|百分|多少|几分|得分/;

/** Posts of a few towns; of a county's many, one town is asked back. */
export function aboutPeople({ text, places, when, context }: Heard): Intent | null {
  const towns = namedIn(places).length > 0 ? namedIn(places) : townsBefore(context);
  if (!PEOPLE.test(text) || NO_PERSON.test(text) || towns.length === 0) return null;
  return towns.length > MOST_OFFICES
    ? { kind: "which", options: towns, about: "status", ...when }
    : { kind: "people", towns };
}

/** What a town is. */
export function aboutPlace({ text, places }: Heard): Intent | null {
  if (places.towns.length === 0 || !PLACE_FACTS.test(text) || HOW_FAR.test(text)) return null;
  // A name that is proposed is a record.
  if (/别名.*(?:通过|批|同意|确认)/.test(text)) return null;
  return { kind: "place", towns: places.towns };
}

/** The photos of one town; of the one spoken of before, or the asker's own, where nothing but photos is said. */
export function aboutPhotos({ text, rest, places, when, context }: Heard): Intent | null {
  if (!asksPhotos(text) || places.ask.length > 0) return null;
  const alone = leftOf(rest.replace(/照片|图片|相片|\b(?:photos?|pictures?|pics?)\b/g, " ")) === "";
  const [town, more] = places.towns.length > 0 || !alone ? places.towns : spokenOf(context);
  return town && !more ? { kind: "photos", town, ...when } : null;
}

/** "和去年比": a quarter of another year has no ranking to be compared with here. */
export function againstTime({ said, places, when, context }: Heard): Intent | null {
  const [town, more] = places.towns;
  const { period } = when;
  if (!period || !town || more || !comparesWith(said)) return null;
  return yearOf(period) === yearOf(context.period) ? null : { kind: "status", town, period };
}

/** "和信义比差在哪": two named towns, or the asker's own and a named one. */
export function aboutDifference({
  said,
  places,
  action,
  figure,
  when,
  context: { own },
}: Heard): Intent | null {
  const { towns, ask, rest } = places;
  const [town, second, third] = towns;
  // "和上季度比" compares with a quarter, not with a town.
  if (action !== null || !comparesWith(rest) || (when.period && comparesWith(said))) return null;
  if (third || (figure && second)) return null;
  if (second) return { kind: "compare", towns, ...when };
  const known = own ? { town: own } : {};
  if (!town && ask.length > 0) return { kind: "which", options: ask, about: "compare", ...known, ...when };
  return town && town !== own ? { kind: "compare", towns: own ? [own, town] : [town], ...when } : null;
}

/** The town of the answer before, else the asker's own. */
export function spokenOf(context: AskContext): Town[] {
  const before = townsBefore(context);
  if (before.length > 0) return before;
  return context.own ? [context.own] : [];
}

/** The towns the answer before was about, where it was about some. */
function townsBefore({ before }: AskContext): Town[] {
  return before && before.whom !== "all" && "towns" in before.whom ? before.whom.towns : [];
}

/** Null when no town is named or its name may be an ordinary word of the sentence. */
export function aboutTowns({ said, places, when, programme }: Heard): Intent | null {
  const { towns, ask, rest } = places;
  const [town, second, third] = towns;
  const left = unexplained(rest);
  if (asksVagueDistance(said)) return null;
  const asks = asksWhy(rest) || asksStatus(rest) || asksMissing(rest) || asksRanking(rest) || left === "";
  if (!asks && towns.length < 2) return null;
  const about = asksWhy(rest)
    ? "explain"
    : ask.length > 1 && /比|vs|compare/.test(rest)
      ? "compare"
      : "status";
  if (ask.length > 0) {
    const figure = about === "status" ? findFigure(said, programme) : null;
    return { kind: "which", options: ask, ...(figure ? { about: "figure", figure } : { about }), ...when };
  }
  if (!town) return null;
  if (third)
    return { kind: "figure", figure: { kind: "score" }, whom: { towns }, how: { kind: "value" }, ...when };
  if (second) return { kind: "compare", towns, ...when };
  return { kind: about === "explain" ? "explain" : "status", town, ...when };
}
