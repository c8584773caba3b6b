import { expect, test } from "vitest";
import { textContent } from "../../src/feishu/text-content.ts";

test.each([
  ['<at user_id="all"></at> 开会', '＜at user_id="all">＜/at> 开会'],
  ["<AT id=ou_1>", "＜AT id=ou_1>"],
  ["< at id=all>", "＜ at id=all>"],
  ["进度<attack", "进度<attack"],
  ["3 < 5，a<b", "3 < 5，a<b"],
])("%s mentions nobody", (words, shown) => {
  expect(JSON.parse(textContent(words))).toEqual({ text: shown });
});
