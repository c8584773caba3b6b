import { readDay } from "../reading/read-day.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

// Questions about where towns stand in the programme.

const GOALS =
  /(?:分?阶段|三个阶段|各阶段)的?目标|创建阶段|第[一二三123]阶段.{0,6}到了?哪|(?:谁|哪[些几个]{0,2}(?:镇|乡|单位|地方)?)(?:还|正)?在?暂停|(?:省级|国家级)(?:命名|申报)|申报(?:省级|国家级)|(?:还|都)?[差缺少]着?(?:什么|哪[些几]|啥)(?:申报)?(?:材料|资料|条件)|(?:材料|资料)还?[差缺]|\bphased goals?\b|\bstages? of (?:the )?(?:towns?|programme)\b/;
const OF_TOWN =
  /(?<![填报审交])(?:到|走到|进行到|推进到|办到)了?(?:哪|第?几)[一个几]?步|到.{0,2}哪个?阶段|\b(?:what|which) (?:stage|step)\b|\bhow far along\b/;

/** The board of all towns, or one town's place on it. */
export function aboutStages({ text, places, when, context }: Heard): Intent | null {
  const [town, more] = places.towns;
  if (!GOALS.test(text) && !(OF_TOWN.test(text) && town)) return null;
  if (places.ask.length > 0) return null;
  const day = context.day === undefined ? null : pastDayIn(text, context.day);
  return { kind: "stages", ...(town && !more ? { town } : {}), ...(day === null ? when : { day }) };
}

/** The last day up to today that a text names: 2024年5月10日, 5月10号, 2024-05-10. */
function pastDayIn(text: string, today: string): string | null {
  const [said] = /(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|\d{4}[-/]\d{1,2}[-/]\d{1,2}/.exec(text) ?? [];
  if (said === undefined) return null;
  const year = Number(today.slice(0, 4));
  const days = [year, year - 1].map((one) => readDay(said, { year: one }));
  return days.find((day) => day !== null && day <= today) ?? null;
}
