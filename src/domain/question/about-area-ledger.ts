import { findPlaces, namedIn } from "../places/place-names.ts";
import type { Area, Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { namesOf } from "./figure-names.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

// Questions about the ledgers of content areas, by the words a pack names its areas and their figures with.

const LEDGERS = /建设内容(?:台账)?|内容台账|\bworks? ledgers?\b/;
/** Says that the ledger is meant, and not the figure of the same name. */
const LEDGER = /台账|清单|对比|哪些没|\bledgers?\b/;
/** What may stand beside an area's name where its ledger is meant. */
const BESIDE =
  /到了?(?:哪|第?几)[一个几]?步|到哪了?|台账|清单|情况|进展|进度|怎么样|怎样|如何|还?[缺差](?:什么|哪些|几项)|还?有?(?:哪些|几[项个处])(?:没有?(?:整改|完成|做|弄|建|批|登记)?)?|没(?:弄|做|批)|目标|[比离距]|差(?:多少|几)[家个]?|有哪些|前后对比|对比|(?:编|做|批|建|弄)(?:好|完|到哪)|是?有?多(?:少[人家个户]?|大)|有?几[家个]|\b(?:how far|ledger|list|state|where (?:is|are)|show me|of|the|is|are|what|how many|how much)\b/g;
/** Whether one item is done: 土地利用规划弄完没. */
const IS_DONE = /(?:弄|做|编|批|建|修|通|治|搞)?(?:完|好|成|了|到位)?了?(?:没有?|吗)[?？]?$/;
/** What an item's name has beside the thing. */
const ITEM_WORDS = /^(?:符合|衔接)|(?:控制要求|治理|整治|网络|等基础设施)$/g;
const PARTICLES = /[\s的了呢吗吧啊是有现在目前我们?看下一查]|[?？，,。.!！]/g;

/** One area's ledger, of one town if named; where only ledgers are named, all of them. */
export function aboutAreaLedger({ text, said, rest, places, programme, action, when }: Heard): Intent | null {
  if (action !== null || places.ask.length > 0 || when.period !== undefined) return null;
  const [town, more] = namedIn(places);
  if (more) return null;
  const of = town ? { town } : {};
  const reported = new Set(LEDGER.test(text) ? [] : namesOf(programme).map(({ name }) => name));
  const area =
    programme.areas.find((one) =>
      [said, inOrder(said)].some((text) => isAll(text, one, programme, reported)),
    ) ??
    programme.areas.find(
      ({ items }) => IS_DONE.test(rest) && items.some(({ name }) => isItem(rest.trim(), name)),
    );
  if (area) return { kind: "records", of: "area_ledger", ...of, area: area.id };
  return LEDGERS.test(text) ? { kind: "records", of: "area_ledger", ...of } : null;
}

/**
 * Whether a text says an area's name, or that of one of its figures, and nothing of its own beside it. What the quarter
 * reports under the same name (`reported`) is no ledger.
 */
function isAll(
  text: string,
  { name, nameEn, said, figures }: Area,
  programme: Programme,
  reported: ReadonlySet<string>,
): boolean {
  const ofFigures = figures.flatMap((figure) => [figure.name, figure.nameEn, ...figure.said]);
  return (
    [name, nameEn, ...said, ...ofFigures]
      .map(foldText)
      .filter((one) => !reported.has(one))
      .sort((a, b) => b.length - a.length)
      // 碛口镇容镇貌: without the name first, the town's would end in the middle of it.
      .some((one) => text.includes(one) && isBeside(findPlaces(text.replace(one, " "), programme).rest))
  );
}

/** Whether nothing is asked but if this item is done, by its name or a good part of it. */
function isItem(text: string, name: string): boolean {
  const thing = text.replace(IS_DONE, "").replace(PARTICLES, "");
  const short = foldText(name).replace(ITEM_WORDS, "");
  return thing === short || (thing.length > 3 && foldText(name).includes(thing));
}

/** 入驻了多少企业 asks for 入驻企业. */
function inOrder(text: string): string {
  return text.replace(/了?(?:多少|几)[家个户人]?(?=[\u3400-\u9fff]{2})/, "");
}

function isBeside(words: string): boolean {
  return words.replace(BESIDE, "").replace(PARTICLES, "") === "";
}
