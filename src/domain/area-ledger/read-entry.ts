import type { Reply } from "../procedure/definition.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { areaOf, gridOf, keptItems, type LedgerItem } from "./area-items.ts";

// An entry in words, in reply to a ledger's card: 车站占道经营，已清理 / 供气管网完成60%. Its form is shown with what was read.

/** Characters of a long name by which it is known. */
const BEGINS = 4;
const QUESTION = /[?？吗呢]$|什么|多少|怎么样/;
/** What a pack's names say of all of their kind. */
const OF_KIND =
  /治理|整治|控制要求|风貌|等基础设施|处理|管网|^(?:符合|衔接|塑造|运用|打造)|^(?:政府|第三方)：/g;
const MENDED =
  /(?:已经?|都)?(?:清理|清|整治|整改|拆除|拆|处理|治理|改)(?:好|完|掉|了|到位)|已(?:清理|整治|整改|拆除|处理|治理)/;
const CLEAR = /没有?(?:发现)?问题|正常|干净|整洁|无问题/;
const DONE = /已?(?:经)?(?:建成|完成|批复|实施|投用|投入使用|建好|做完|通过)/;
const PERCENT = /(\d{1,3}(?:\.\d)?)\s*[%％]/;
const NONE = /未|没(?!问题)|还没/;

export function readEntry(said: string, record: ProcedureRecord, programme: Programme): Reply | null {
  const text = said.trim();
  const area = areaOf(programme, record);
  if (!area || text === "" || QUESTION.test(text)) return null;
  const { places, problems } = gridOf(area);
  const [place] = namedIn(text, places);
  const found = namedIn(text, problems);
  if (place !== undefined || found.length > 0) {
    const verdict = MENDED.test(text) ? "mended" : CLEAR.test(text) ? "clear" : "found";
    return {
      step: "look",
      typed: { ...(place ? { place } : {}), problems: found, verdict, note: text },
      asks: "",
    };
  }
  const item = namedIn(text, keptItems(area));
  if (item.length === 0) return null;
  const [, percent] = PERCENT.exec(text) ?? [];
  const state =
    percent !== undefined && percent !== "100"
      ? "going"
      : DONE.test(text)
        ? "done"
        : NONE.test(text)
          ? "none"
          : "going";
  return {
    step: "register",
    typed: { item, state, ...(state === "going" && percent ? { percent } : {}) },
    asks: "",
  };
}

/** The items a text says: by their names, without what is said of all of their kind, or by how these begin. */
function namedIn(text: string, items: readonly LedgerItem[]): string[] {
  const folded = foldText(text);
  return items
    .filter(({ name, nameEn }) => {
      const core = name.replace(OF_KIND, "");
      return [name, nameEn, core, [...core].slice(0, BEGINS).join("")]
        .map(foldText)
        .some((one) => one.length > 1 && folded.includes(one));
    })
    .map(({ id }) => id);
}
