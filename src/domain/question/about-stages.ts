import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

// Questions about where towns stand in the programme.

const GOALS =
  /(?:分?阶段|三个阶段|各阶段)的?目标|创建阶段|(?:谁|哪[些几个]{0,2}(?:镇|乡|单位|地方)?)(?:还|正)?在?暂停|(?:省级|国家级)(?:命名|申报)|申报(?:省级|国家级)|\bphased goals?\b|\bstages? of (?:the )?(?:towns?|programme)\b/;
const OF_TOWN =
  /(?<![填报审交])(?:到|走到|进行到|推进到|办到)了?(?:哪|第?几)[一个几]?步|到.{0,2}哪个?阶段|\b(?:what|which) (?:stage|step)\b|\bhow far along\b/;

/** The board of all towns, or one town's place on it. */
export function aboutStages({ text, places, when }: Heard): Intent | null {
  const [town, more] = places.towns;
  if (!GOALS.test(text) && !(OF_TOWN.test(text) && town)) return null;
  if (places.ask.length > 0) return null;
  return { kind: "stages", ...(town && !more ? { town } : {}), ...when };
}
