import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";
import { pastDayIn } from "./past-day.ts";

// Questions about where towns stand in the programme.

const GOALS =
  /(?:什么时候|啥时候?|哪一?年)(?:能|要|该|才)?(?:申报|命名|评上)|各镇.{0,3}阶段|第[一二三123]阶段.{0,4}(?:哪一?年|几几年)|(?:分?阶段|三个阶段|各阶段)的?目标|创建阶段|第[一二三123]阶段.{0,6}到了?哪|(?:谁|哪[些几个]{0,2}(?:镇|乡|单位|地方)?)(?:还|正)?在?暂停|(?:省级|国家级)(?:命名|申报)|申报(?:省级|国家级)|升(?:省|国家)级|第[一二三123]阶段.{0,4}(?:命名|申报)|\bphased goals?\b|\bstages? of (?:the )?(?:towns?|programme)\b/;
/** The papers for the next stage: one's own, where no town is named. */
const PAPERS = /(?:还|都)?[差缺少]着?(?:什么|哪[些几]|啥)(?:申报)?(?:材料|资料|条件)|(?:材料|资料)还?[差缺]/;
const OF_TOWN =
  /(?:哪|什么|啥)个?阶段|(?<![填报审交])(?:到|在|走到|进行到|推进到|办到)了?(?:哪|第?几)[一个几]?步|\b(?:what|which) (?:stage|step)\b|\bhow far along\b/;
/** Where a town was on a day that is past. */
const THEN = /状态|\bwhere\b/;

/** No quarter has a day in the middle of it. */
const ON_DAY = /状态|情况|怎么样|啥样|\bwhere\b|\bhow\b/;

/** The board of all towns, or one town's place on it. */
export function aboutStages({ text, places, when, figure, context }: Heard): Intent | null {
  const papers = PAPERS.test(text) && !/验收/.test(text);
  const [town = papers ? context.own : undefined, more] = places.towns;
  const past = context.day === undefined ? null : pastDayIn(text, context.day, true);
  const ofTown =
    OF_TOWN.test(text) ||
    (past !== null && (when.period === undefined ? ON_DAY : THEN).test(text) && !figure);
  if (!GOALS.test(text) && !papers && !(ofTown && town)) return null;
  if (places.ask.length > 0) return null;
  return { kind: "stages", ...(town && !more ? { town } : {}), ...(past ? { day: past.day } : when) };
}
