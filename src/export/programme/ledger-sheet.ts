import { type BookSheet, joined, parted, wordsOf } from "./book.ts";
import { AREAS, areaNamed, SAID } from "./content-sheets.ts";
import { cellsOf, ID, NAME, NAME_EN } from "./places-sheets.ts";

// The figures that the ledger of a content area keeps, and the items they measure.

const FIGURES = "台账数据";
const GOAL = wordsOf({ reach: "达到", keep: "不超过" });

export const ledgerFigures: BookSheet = {
  name: FIGURES,
  about: "建设内容台账里登记的数据；写了对应事项的，按目标完成的比例算该事项",
  columns: [
    { title: AREAS, width: 22, choices: { sheet: AREAS } },
    NAME,
    NAME_EN,
    { ...ID, optional: true },
    { title: "单位", width: 10 },
    { title: "单位（英文）", width: 12, optional: true },
    { title: "对应事项", width: 26, optional: true },
    { title: "目标", width: 10, choices: GOAL.words, optional: true },
    SAID,
  ],
  rows: ({ areas }) =>
    areas.flatMap((area) =>
      area.figures.map((figure) => [
        area.name,
        figure.name,
        figure.nameEn,
        figure.id,
        figure.unit.name,
        figure.unit.nameEn,
        area.items.find(({ id }) => id === figure.item)?.name ?? null,
        GOAL.word(figure.goal),
        joined(figure.said),
      ]),
    ),
  optional: true,
  read: (rows, draft) => {
    const counts = new Map<number, number>();
    for (const row of rows) {
      const { text, put } = cellsOf(FIGURES, row, draft);
      const of = areaNamed(FIGURES, row, draft);
      if (!of) continue;
      const n = counts.get(of.index) ?? 0;
      counts.set(of.index, n + 1);
      const at = ["areas", of.index, "figures", n] as const;
      put([...at, "id"], "标识", text("标识") || `figure_${n + 1}`);
      put([...at, "name"], "名称");
      put([...at, "nameEn"], "英文名", text("英文名") || text("名称"));
      put([...at, "unit", "name"], "单位");
      put([...at, "unit", "nameEn"], "单位（英文）", text("单位（英文）") || text("单位"));
      put([...at, "goal"], "目标", GOAL.value(text("目标") || GOAL.word("reach")));
      put([...at, "said"], SAID.title, parted(text(SAID.title)));
      const item = text("对应事项");
      if (item === "") continue;
      const known = draft.idOf("item", `${of.area} ${item}`);
      put([...at, "item"], "对应事项", known.includes(" ") ? item : known);
    }
  },
};
