import type { naming } from "../../../src/domain/pack/naming.ts";
import { usedWords } from "./proposal-words.ts";
import type { WordsFor } from "./words.ts";

// Wording of other names and groups of towns.

const { "zh-CN": zhUsed, en: enUsed } = usedWords;

const zh: WordsFor<typeof naming> = {
  name: "别名和分组",
  said: { names: ["别名", "改名", "更名", "名称", "镇名", "分组"], begins: ["别名"] },
  title: ({ town }) => `${town}的别名和分组`,
  newTitle: () => "改别名和分组",
  states: zhUsed.states,
  steps: {
    ...zhUsed.steps,
    propose: {
      button: "提交",
      done: "已提交，请另一位同志确认后启用。",
      log: "提出",
      intro: "别名用顿号隔开，有人说别名我也认得是这里；分组决定和哪些单位放在一起比较。已发布的排名不变。",
    },
  },
  fields: { aliases: "别名", group: "分组" },
  refused: {
    ...zhUsed.refused,
    unchanged: "与现在的一样，没有改动。",
    taken: "已经是别的地方的名称，请换一个。",
    already: "这里的改动已经有人提出，等待确认。",
  },
};

const en: WordsFor<typeof naming> = {
  name: "Names and groups",
  said: { begins: ["names", "group"] },
  title: ({ town }) => `Names and group of ${town}`,
  newTitle: () => "Other names and group",
  states: enUsed.states,
  steps: {
    ...enUsed.steps,
    propose: {
      button: "Submit",
      done: "Submitted; it counts once a colleague confirms it.",
      log: "Proposed",
      intro:
        "Separate other names with commas: whoever says one means this town. The group says which towns it is compared with. Published rankings stay.",
    },
  },
  fields: { aliases: "Other names", group: "Group" },
  refused: {
    ...enUsed.refused,
    unchanged: "This is what it is now.",
    taken: "this is the name of another place; please choose another one.",
    already: "A change of this town is waiting to be confirmed.",
  },
};

export const namingWords = { "zh-CN": zh, en };
