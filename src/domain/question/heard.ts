import { placeIndex } from "../places/place-index.ts";
import { findPlaces, type Places } from "../places/place-names.ts";
import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { readable } from "../reading/readable.ts";
import { askedAction, type ChatAction } from "./action-words.ts";
import { type AskedFigure, askedFigure } from "./asked-figure.ts";
import type { AskContext, When } from "./intent.ts";
import { asksWhy, speaksOfOwnTown } from "./intent-words.ts";
import { type PastDay, pastDayIn } from "./past-day.ts";
import { findPeriod } from "./period-words.ts";
import { fromPinyin } from "./pinyin-words.ts";

/**
 * A message taken apart once, for everything that reads it. `text`: folded, as a whole; `said`: without the quarter;
 * `rest`: without the quarter and the towns. `action`: what it asks to be done.
 */
export type Heard = {
  text: string;
  said: string;
  rest: string;
  places: Places;
  when: When;
  /** A day before today that is named. */
  past: PastDay | null;
  action: ChatAction | null;
  figure: AskedFigure | null;
  english: boolean;
  programme: Programme;
  context: AskContext;
};

const LONGEST = 500;
/** Characters typed one by one: 碛 口 怎 么 样. */
const SPACED = /(?<![\u3400-\u9fff])(?:[\u3400-\u9fff] )+[\u3400-\u9fff](?![\u3400-\u9fff])/g;

/** Takes a message apart. Only its first 500 characters are read. */
export function hear(written: string, programme: Programme, context: AskContext): Heard {
  const folded = foldText(readable(written.slice(0, LONGEST)))
    .replace(/\s+/g, " ")
    .trim();
  const joined = fromPinyin(folded.replace(SPACED, (run) => run.replaceAll(" ", "")));
  const text = yearApart(joined, programme);
  const named = findPeriod(text, context.period, context.today);
  const said = named?.rest ?? text;
  const places = ownTown(findPlaces(said, programme), context);
  const action = askedAction(text);
  const asks = action === null && places.ask.length === 0 && !asksWhy(text);
  return {
    text,
    said,
    rest: places.rest,
    places,
    when: named ? { period: named.period, ...(named.after ? { after: named.after } : {}) } : {},
    past: context.day === undefined ? null : pastDayIn(text, context.day),
    action,
    figure: asks ? askedFigure(said, places, programme) : null,
    english: !/[\u3400-\u9fff]/.test(text) && /[a-z]/.test(text),
    programme,
    context,
  };
}

/** 普明年度计划 is the plan of 普明, not of 明年: a name and the 年 behind it are kept apart. */
function yearApart(text: string, programme: Programme): string {
  if (!text.includes("年")) return text;
  const { written, longestWritten } = placeIndex(programme);
  return text.replace(/[今去本上前明来](?=年)/g, (end, at: number) => {
    const starts = Array.from({ length: Math.min(longestWritten, at + 1) }, (_, i) => at - i);
    return starts.some((start) => start < at && written.has(text.slice(start, at + 1))) ? `${end} ` : end;
  });
}

function ownTown(places: Places, { own }: AskContext): Places {
  const unnamed = places.towns.length === 0 && places.ask.length === 0;
  return own && unnamed && speaksOfOwnTown(places.rest) ? { ...places, towns: [own] } : places;
}
