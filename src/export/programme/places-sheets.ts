import { pinyinsOf } from "../../domain/places/place-spelling.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { readable } from "../../domain/reading/readable.ts";
import { type BookRow, type BookSheet, type Column, joined, parted, wordsOf } from "./book.ts";
import { type Draft, numberIn, type Place } from "./draft.ts";

// Counties, towns and what they are grouped by. What can be made from a name may be left empty.

const COUNTIES = "县区";
const GROUPS = "分组";
const TOWNS = "单位";
const SUFFIX = /(?:街道办事处|街道|镇|乡|村|县|市|区)$/;
const CONFIDENCE = wordsOf({ high: "准确", medium: "大致", low: "估计" });

export const ID: Column = { title: "标识", width: 18, optional: true };
export const NAME: Column = { title: "名称", width: 26 };
export const NAME_EN: Column = { title: "英文名", width: 30, optional: true };
const SHORT: Column = { title: "简称", width: 12, optional: true };
const CODE: Column = { title: "代码", width: 14, optional: true };

/** The values of a row by their titles, each put with the cell it came from. */
export function cellsOf(sheet: string, { row, text }: BookRow, draft: Draft) {
  const place = (title: string): Place => ({ sheet, row, title });
  const put = (path: readonly (string | number)[], title: string, value: unknown = text(title)) =>
    draft.put(path, value, place(title));
  return { text, place, put };
}

/** A name's pinyin as an id, for a cell left empty. */
function idOrPinyin(id: string, name: string): string {
  return id === "" ? (pinyinsOf(name)[0] ?? "").replace(/[^a-z0-9]/g, "") : readable(id);
}

function shortOf(text: BookRow["text"]): string {
  const [short, name] = [text("简称"), text("名称")];
  const cut = name.replace(SUFFIX, "");
  return short !== "" ? short : cut.length > 1 ? cut : name;
}

export const counties: BookSheet = {
  name: COUNTIES,
  about: "每个县区至少有一个单位",
  columns: [NAME, SHORT, NAME_EN, ID, CODE],
  rows: ({ counties }) =>
    counties.map(({ name, short, nameEn, slug, code }) => [name, short, nameEn, slug, code]),
  read: (rows, draft) =>
    rows.forEach((row, i) => {
      const { text, place, put } = cellsOf(COUNTIES, row, draft);
      const short = shortOf(text);
      const slug = idOrPinyin(text("标识"), short);
      const code = text("代码") || slug;
      draft.put(["counties", i, "slug"], slug, place("标识"));
      put(["counties", i, "code"], "代码", code);
      put(["counties", i, "name"], "名称");
      put(["counties", i, "short"], "简称", short);
      put(["counties", i, "nameEn"], "英文名", text("英文名") || text("名称"));
      draft.name("county", code, text("名称"), short, slug);
    }),
};

export const groups: BookSheet = {
  name: GROUPS,
  about: "单位按类型分组，同组的排在一起比较",
  columns: [NAME, NAME_EN, ID],
  rows: ({ groups }) => groups.map(({ name, nameEn, id }) => [name, nameEn, id]),
  read: (rows, draft) => {
    draft.put(["groups"], []);
    readNamed("groups", GROUPS, rows, draft, (id, name) => draft.name("group", id, name));
  },
};

/** Rows of id and names, each with an id of its own. */
export function readNamed(
  list: string,
  sheet: string,
  rows: readonly BookRow[],
  draft: Draft,
  also?: (id: string, name: string, row: BookRow, i: number) => void,
  key = "id",
): void {
  rows.forEach((row, i) => {
    const { text, put } = cellsOf(sheet, row, draft);
    const id = idOrPinyin(text("标识"), text("名称"));
    put([list, i, key], "标识", id);
    put([list, i, "name"], "名称");
    put([list, i, "nameEn"], "英文名", text("英文名") || text("名称"));
    also?.(id, text("名称"), row, i);
  });
}

export const towns: BookSheet = {
  name: TOWNS,
  about: "参加创建的单位，一行一个；别名用、隔开，说别名也认得是哪个单位",
  columns: [
    NAME,
    SHORT,
    { title: "所属县区", width: 14, choices: { sheet: COUNTIES } },
    { title: "分组", width: 12, choices: { sheet: GROUPS } },
    { title: "批次", width: 8 },
    { title: "产业定位", width: 22, optional: true },
    { title: "产业定位（英文）", width: 26, optional: true },
    { title: "别名", width: 40, optional: true },
    NAME_EN,
    ID,
    CODE,
    { title: "纬度", width: 10, optional: true },
    { title: "经度", width: 10, optional: true },
    { title: "坐标", width: 10, choices: CONFIDENCE.words, optional: true },
  ],
  rows: (programme) => programme.towns.map((town) => townRow(programme, town)),
  read: (rows, draft) =>
    rows.forEach((row, i) => {
      readTown(row, i, draft);
    }),
};

function townRow({ counties, groups }: Programme, town: Programme["towns"][number]) {
  const { location: at } = town;
  return [
    town.name,
    town.short,
    counties.find(({ code }) => code === town.countyCode)?.name ?? town.countyCode,
    groups.find(({ id }) => id === town.group)?.name ?? town.group,
    town.phase,
    town.positioning,
    town.positioningEn,
    joined(town.aliases),
    town.nameEn,
    town.slug,
    town.code,
    ...(at ? [at.lat, at.lng, CONFIDENCE.word(at.confidence)] : [null, null, null]),
  ];
}

function readTown(row: BookRow, i: number, draft: Draft): void {
  const { text, place, put } = cellsOf(TOWNS, row, draft);
  const short = shortOf(text);
  const slug = idOrPinyin(text("标识"), short);
  const at = ["towns", i] as const;
  draft.put([...at, "slug"], slug, place("标识"));
  put([...at, "name"], "名称");
  put([...at, "short"], "简称", short);
  put([...at, "nameEn"], "英文名", text("英文名") || text("名称"));
  put([...at, "code"], "代码", text("代码") || slug);
  put([...at, "countyCode"], "所属县区", draft.idOf("county", text("所属县区")));
  put([...at, "group"], "分组", draft.idOf("group", text("分组")));
  put([...at, "phase"], "批次", numberIn(text("批次")));
  put([...at, "positioning"], "产业定位");
  put([...at, "positioningEn"], "产业定位（英文）");
  put([...at, "aliases"], "别名", parted(text("别名")));
  if (text("纬度") === "" && text("经度") === "") return;
  put([...at, "location", "lat"], "纬度", numberIn(text("纬度")));
  put([...at, "location", "lng"], "经度", numberIn(text("经度")));
  put([...at, "location", "confidence"], "坐标", CONFIDENCE.value(text("坐标") || "估计"));
}
