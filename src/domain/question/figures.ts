import type { Programme } from "../programme/programme.ts";
import type { Figure, Measure } from "./figure.ts";
import { namedFigure, namesOf } from "./figure-names.ts";

// How a figure is named in a text.

/** Words of the measures; the first match wins, so the narrower ones stand first. */
const WORDS: ReadonlyArray<readonly [Measure, RegExp]> = [
  [
    "pace",
    /序时|(?:慢|快|落后|滞后|超前)于?(?:计划|进度)|进度(?:落后|滞后|慢|快)|滞后|拖后腿|掉队|(?:谁|哪[些几个]{0,2}(?:镇|乡|单位|地方)?)(?:又|还|最)?落后|\b(?:behind|ahead of|on) schedule\b/,
  ],
  ["light", /[红黄绿灰]灯|亮灯|的灯|(?:什么|啥|哪种)灯|\blights?\b|\b(?:red|yellow|green|grey) towns?\b/],
  ["photos", /照片|图片|相片|\bphotos?\b|\bpictures?\b|\bpics?\b/],
  ["gain", /进步|提高(?:得)?最|涨(?:得)?最|\bimproved?\b|progressed/],
  [
    "share",
    /(?:计划|年度|任务|投资).{0,6}(?:百分之|几成|比例|多少%|占比|完成率)|完成率|投资率|占(?:年度)?计划|share of (?:the )?plan|\bof (?:its|the|their|our) plan\b/,
  ],
  [
    "plan",
    /(?:年度|全年|今年)?计划.{0,3}投资|年度计划(?!完成|进度)|投资计划|\bplanned investment|investment plan|year plan/,
  ],
  ["funds", /到位|资金|\bfunds?\b|\bfunding\b/],
  ["image", /形象(?:进度)?|\bimage\b/],
  [
    "place",
    /排第?几|第几(?![版稿次批期阶])名?|名次|位次|排多少|排第[一二三四五六七八九十\d]+了?[吗没?]|\bplace\b|\brank(?:ed)?\b/,
  ],
  [
    "score",
    /得分|(?:的|拿了?)分(?![\u4e00-\u9fff])|得了?多?少?分|多少分|分数|总分|几分|平均分|\bscor(?:e[sd]?|ing)\b|\bpoints\b/,
  ],
  ["invested", /投资|投[了得入]|投多少|花了多少|\binvest(?:ed|ment)?\b|\bspen[dt]\b/],
];
/** The figure a folded text names; null when it names none. */
export function findFigure(text: string, programme: Programme): Figure | null {
  const named = namedFigure(text, programme);
  if (named) return named.figure;
  const measure = WORDS.find(([, words]) => words.test(text));
  return measure ? { kind: measure[0] } : null;
}

/** The text without the words that name a figure. */
export function withoutFigure(text: string, programme: Programme): string {
  const named = namedFigure(text, programme);
  if (named) return text.replace(named.name, " ");
  const measure = WORDS.find(([, words]) => words.test(text));
  return measure ? text.replace(new RegExp(measure[1].source, "g"), " ") : text;
}

/** A figure in one word: `invested`, `area:facilities`. */
export function figureKey(figure: Figure): string {
  return "id" in figure ? `${figure.kind}:${figure.id}` : figure.kind;
}

/** Reads it again; null for a figure the programme does not have. */
export function readFigure(key: string, programme: Programme): Figure | null {
  const measure = WORDS.find(([name]) => name === key);
  if (measure) return { kind: measure[0] };
  return namesOf(programme).find(({ figure }) => figureKey(figure) === key)?.figure ?? null;
}
