import { describe, expect, test } from "vitest";
import { begin } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { reworded, wording } from "../../../src/domain/question/wording.ts";
import { towns } from "../programmes.ts";

const office: Person = { openId: "ou_1", name: "甲", role: "city_office", area: "", locale: "zh-CN" };
const at = { actor: office, now: Date.UTC(2026, 9, 12, 2), programme: towns, evidence: 0 };
const propose = (said: string, means: string) =>
  begin(wording, { id: "0123456789abcdef", town: "", period: "", ref: said }, "propose", { said, means }, at);

describe("a meaning for words nobody understood", () => {
  test.each([
    ["花销", "投资多少"],
    ["谁磨洋工", "谁还没报"],
    ["spending", "investment"],
  ])("%s may be read as %s", (said, means) => {
    expect(propose(said, means)).toMatchObject({ ok: true, record: { state: "proposed" } });
  });

  test.each([
    ["花", "投资", "short"],
    ["花销", "今天天气不错", "meaningless"],
    ["投资", "得分", "understood"],
    ["排名", "得分", "understood"],
    ["碛口得分", "碛口投资", "understood"],
  ])("%s as %s is refused: %s", (said, means, reason) => {
    expect(propose(said, means)).toMatchObject({ ok: false, refusal: { reason } });
  });

  test("the longest words are replaced first, and a text without any is left alone", () => {
    const aliases = [
      { said: "花销", means: "投资" },
      { said: "花销大头", means: "投资最多" },
    ];
    expect(reworded("哪个镇是花销大头", aliases)).toBe("哪个镇是投资最多");
    expect(reworded("碛口花銷", aliases)).toBe("碛口投资");
    expect(reworded("碛口怎么样", aliases)).toBeNull();
  });
});
