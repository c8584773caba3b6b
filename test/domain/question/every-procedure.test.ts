import { expect, test } from "vitest";
import { KITS } from "../../../cards/record/kits.ts";
import { wordsOfKits } from "../../../cards/record/record-words.ts";
import { periodOf } from "../../../src/domain/calendar/period.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import { understand } from "../../../src/domain/question/understand.ts";
import { towns } from "../programmes.ts";

// Every procedure can be asked about by the name it has on its cards, and begun by a sentence where a list has a button for it.

const records = wordsOfKits(KITS);
const own = townBySlug(towns, "qikou");
const read = (text: string) =>
  understand(text, towns, { period: periodOf(2026, 3), records, ...(own ? { own } : {}) });

const opened = KITS.filter(({ inLists, opens }) => inLists !== undefined || opens);

test.each(KITS)("$definition.id is understood by its name", ({ words }) => {
  const zh = words["zh-CN"].name;
  for (const text of [zh, `${zh}到哪一步了`, words.en.name])
    expect(read(text).kind, text).not.toBe("unknown");
});

test.each(opened)("$definition.id is begun by a sentence", ({ definition, words }) => {
  const zh = words["zh-CN"].name;
  for (const text of [`新建${zh}`, `请帮我提出一个${zh}`, `new ${words.en.name}`])
    expect(read(text), text).toMatchObject({ kind: "begin", of: expect.arrayContaining([definition.id]) });
});
