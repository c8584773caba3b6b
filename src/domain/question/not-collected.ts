import { namedIn } from "../places/place-names.ts";
import { namedFigure } from "./figure-names.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

/** What people ask of a town and no report of the programme holds. */
const THINGS =
  /游客|客流|门票|酒店|民宿|人口|户数|gdp|生产总值|产值|产量|税收|财政收入|人均收入|收入|工资|房价|地价|租金|空气质量|空气|水质|天气|企业(?:数|有多少|多少)|学生|医院|床位|车流|投诉|满意度|耕地|绿化率|失业|就业率|\btourists?\b|\bvisitors?\b|\bpopulation\b|\bgdp\b|\boutput\b|\bincome\b|\btax(?:es)?\b|\brents?\b|\bhous(?:e|ing) prices?\b|\bair quality\b|\bweather\b|\bunemployment\b/;
const ASKS = /多少|几|怎么样|如何|吗|呢|[高大多]不[高大多]|数据|\bhow\b|\bwhat\b|\bof\b|\bin\b|[?？]$/;

/** That a thing is not collected, where a town is named and the pack has no figure of that name. */
export function notCollected({ text, places, programme, action }: Heard): Intent | null {
  const towns = namedIn(places);
  const [thing] = THINGS.exec(text) ?? [];
  if (!thing || action !== null || towns.length === 0 || namedFigure(text, programme)) return null;
  return ASKS.test(text) || places.rest.trim() === thing ? { kind: "not_collected", thing, towns } : null;
}
