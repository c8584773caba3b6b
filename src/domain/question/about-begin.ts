import { namedIn } from "../places/place-names.ts";
import { objection } from "../procedure/objection.ts";
import { departmentIn } from "../task/named-department.ts";
import { DAY_SAID } from "./filled-from.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";
import { saidIn } from "./record-words.ts";

// Sentences that ask for the form of a new record: 新建督办事项, 发布技术标准, 咨询财政局：驳岸加固能否列入奖补. Nothing is begun by them;
// what they say is put into the form. A text is one only where everything before a colon is accounted for.

const VERB =
  /新建|新增|新开|增加|添加|发起|提出|提议|提交|登记|录入|填写|起草|拟定|拟|编制|编写|编|建立|建|安排|计划|组织|召开|开|启动|申请|申报|交办|下达|下发|发布|印发|发|制定|报送|报|提|加|填|写|做|改|\b(?:new|create|add|begin|start|open|raise|propose|put forward|plan|arrange|call|draft|publish|issue|apply for|ask|file|report)\b/g;
const FILL =
  /请|帮我|帮忙|给|为|就|把|我们?|本[县镇局]|想要?|需要|要|关于|对|在|向|到|去|于|前|[一新]?[个项条份次件套]|下|事项|的|新|吧|了|\b(?:the|an?|please|i want to|i would like to|let us|to|for|of|in|at|about|with)\b|[\s\p{P}]+/gu;
/** How it is begun is seen on its form: 异议怎么提. */
const HOW = /(?:怎么|怎样|如何|咋)(提出?|发起|新建)(?=[?？呢啊]*$)/;
/** 对投资得分有异议. */
const OBJECTS = /^(?:我们?|本[县镇])?对.+(?:有|提出?)异议$|^i object to\b/;
const ASKS =
  /[?？]\s*$|[吗呢么没]\s*$|谁|哪|什么|啥|多少|怎么|几[个家项]|\b(?:who|which|what|when|how|has|have|did|is|are)\b/;

/** A new record of one of these procedures, of the towns named. */
export function aboutBegin({ rest, places, programme, context }: Heard): Intent | null {
  const { records = [] } = context;
  const [said = "", ...behind] = rest.split(/[:：]/);
  const head = said.replace(HOW, "$1");
  const says = behind.join("").trim() !== "";
  if (ASKS.test(head) || places.ask.length > 0) return null;
  if (OBJECTS.test(head)) return { kind: "begin", of: [objection.id], towns: [] };
  const department = departmentIn(rest, programme);
  const undated = head.replace(DAY_SAID, " ");
  const bare = department ? undated.replace(department.piece, " ") : undated;
  const names = records
    .filter(({ opens }) => opens)
    .flatMap((words) => words.begins.map((name) => ({ id: words.definition.id, name })))
    .filter(({ name }) => saidIn(bare, name) !== null)
    .sort((a, b) => b.name.length - a.name.length);
  const [longest] = names;
  const piece = longest && saidIn(bare, longest.name);
  if (!longest || !piece) return null;
  const left = bare.replace(piece, " ");
  const without = left.replace(VERB, " ");
  // Either something is to be done with it, or it is a heading: 督办：…, or what is done by its very name: 咨询财政局, 约谈碛口.
  const isNamed = department !== null || places.towns.length > 0;
  const isMeant = left !== without || says || (isNamed && DEED.test(longest.name));
  if (without.replace(FILL, " ").trim() !== "" || !isMeant) return null;
  const of = names.filter(({ name }) => name === longest.name).map(({ id }) => id);
  return { kind: "begin", of: [...new Set(of)], towns: namedIn(places) };
}

/** What is done to somebody who is named. */
const DEED = /咨询|请教|请示|询问|约谈|问责/;
