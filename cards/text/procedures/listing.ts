import type { listing } from "../../../src/domain/oversight/listing.ts";
import type { WordsFor } from "./words.ts";

// Wording of a place's own entry on a quarter's red or black list.

const zh: WordsFor<typeof listing> = {
  name: "上榜情况",
  said: { names: ["上榜"] },
  title: ({ town, period }) => `${town}：${period}红黑榜`,
  states: { red: "列入红榜", black: "列入黑榜" },
  steps: {
    praise: { button: "列入红榜", done: "已列入红榜。", log: "决定列入红榜" },
    criticise: { button: "列入黑榜", done: "已列入黑榜。", log: "决定列入黑榜" },
  },
  fields: {},
  refused: { not_given: "上榜由红黑榜名单决定。" },
};

const en: WordsFor<typeof listing> = {
  name: "Listed",
  title: ({ town, period }) => `${town}: red and black list of ${period}`,
  states: { red: "On the red list", black: "On the black list" },
  steps: {
    praise: { button: "Red list", done: "On the red list.", log: "Put on the red list" },
    criticise: { button: "Black list", done: "On the black list.", log: "Put on the black list" },
  },
  fields: {},
  refused: { not_given: "Who is listed is decided with the whole list." },
};

export const listingWords = { "zh-CN": zh, en };
