import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { initialsOf, pinyinsOf, pinyinsOfName } from "../../../src/domain/places/place-spelling.ts";
import { towns, villages } from "../programmes.ts";

const FILE = "../../../src/domain/places/character-readings.ts";

/** What stands in names of China's townships and counties beside the national standard's 6,763 characters. */
const OF_PLACES =
  "〇㙍㙦㮾㳇䢺伾俵倴僰剅勍咇嘡圐圙坬垇垕垞垟垯垱垵垾埇埌埗埫堌堎堨堽塅塝墕墘奓尓岞峃崀崄嵖巉巺廻弶旴旸昄朳枹栟桲椑榃汈汫汭沚泃洈洑洣洸洺浉浛浬浭浰涢涴淯滍" +
  "滘漈漋漖漷漹澛澥澴瀍瀼烔燊牁牂牤猇獏玕琯璪甪甽畖癿砲硍硙硚碁碶磏磜磻祐禇窊竜筜筸筼簕耈脿舲荄荍菉萩蔈蔴蔵虒邨邽郚郪鄌鄚鄠酂骔髙鲊鲖鲘鲹鴜";

const characters = [...nationalStandard(), ...OF_PLACES].sort();

/** The characters of GB 2312, both levels. */
function nationalStandard(): string[] {
  const decoder = new TextDecoder("gb2312");
  const cells = Array.from({ length: 72 * 94 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]);
  return cells
    .map((cell) => decoder.decode(new Uint8Array(cell)))
    .filter((character) => /^[\u4e00-\u9fff]$/.test(character));
}

/** The toneless readings of a character, the commonest first. */
function readingsOf(character: string): string[] {
  return [...new Set(pinyin(character, { toneType: "none", type: "array", v: true, multiple: true }))];
}

test("the table of readings is pinyin-pro's; `npx vitest run test/domain -u` makes it anew", async () => {
  expect(characters).toHaveLength(6_763 + 144);
  const rows = new Map<string, { first: string; further: string }>();
  for (const character of characters)
    readingsOf(character).forEach((syllable, place) => {
      const row = rows.get(syllable) ?? { first: "", further: "" };
      rows.set(syllable, row);
      row[place === 0 ? "first" : "further"] += character;
    });
  const text = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, { first, further }]) => syllable + first + (further && `,${further}`))
    .join("");
  const lines = text.match(/.{1,100}/gu)?.map((piece) => `  "${piece}"`) ?? [];
  await expect(`// Made from the dictionary of pinyin-pro by test/domain/places/character-readings.test.ts.

/** Each syllable (no tone, ü is v), the characters whose commonest reading it is, and after a comma those also read so. */
export const READINGS =
${lines.join(" +\n")};
`).toMatchFileSnapshot(FILE);
});

describe("how a text is read", () => {
  test("without tones and spaces; letters and digits as they are", () => {
    expect(pinyinsOf("双池")).toEqual(["shuangchi"]);
    expect(pinyinsOf("磧口Q3")).toEqual(["qikouq3"]);
    expect(pinyinsOf("")).toEqual([""]);
  });
  test.each([
    ["长治", "changzhi"],
    ["洪洞", "hongtong"],
    ["蔚县", "yuxian"],
    ["繁峙", "fanshi"],
    ["吴堡", "wubu"],
    ["乐亭", "laoting"],
    ["大城", "daicheng"],
    ["铅山", "yanshan"],
    ["六安", "luan"],
    ["隰县", "xixian"],
    ["排行", "paihang"],
    ["得分", "defen"],
  ])("%s may be %s, whatever phrase decides it", (name, spelling) => {
    expect(pinyinsOf(name)).toContain(spelling);
  });
  test("a place is read as it spells itself", () => {
    expect(pinyinsOf("长治")).toHaveLength(2);
    expect(pinyinsOfName("长治市", "changzhi")).toEqual(["changzhishi"]);
    expect(initialsOf("大城", "daicheng")).toBe("dc");
    expect(initialsOf("蔚县", "yuxian")).toBe("yx");
    expect(initialsOf("长子", "town-7")).toBe("cz");
  });
  test("many characters of several readings do not multiply without end", () => {
    expect(pinyinsOf("大行和长着落".repeat(100)).length).toBeLessThanOrEqual(64);
  });
  test("every character of a programme's places has a reading", () => {
    const places = [towns, villages].flatMap((pack) => [...pack.towns, ...pack.counties]);
    expect(places.map(({ name }) => pinyinsOf(name)[0]).filter((way) => !/^[a-z]+$/.test(way ?? ""))).toEqual(
      [],
    );
  });
});
