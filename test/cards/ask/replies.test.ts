import { describe, expect, it } from "vitest";
import { type FileRefusal, replyText } from "../../../cards/text/replies.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { tenTowns, villages } from "../office/programmes.ts";

const zh = replyText("zh-CN");

describe("short replies", () => {
  it("tell someone not in the roster whom to ask, and nothing of the programme's data", () => {
    expect(zh.notInRoster(tenTowns)).toContain("请联系市特色镇领导小组办公室");
    expect(replyText("en").notInRoster(villages)).toContain("the city village team");
  });

  it("count photos and say which were known already", () => {
    expect(zh.photosReceived({ count: 3, section: "形象进度", duplicates: 0 })).toBe(
      "收到3张照片，已归到“形象进度”。",
    );
    expect(zh.photosReceived({ count: 3, section: "形象进度", duplicates: 1 })).toContain("其中1张以前交过");
  });

  it("say why a file was refused and what to do", () => {
    const reasons: FileRefusal[] = ["type", "size", "empty", "gone"];
    for (const locale of LOCALES)
      for (const reason of reasons) {
        const text = replyText(locale).fileRefused({
          reason,
          name: "很长的文件名".repeat(40),
          limit: 20,
          types: "jpg、png",
        });
        expect([...text].length).toBeLessThan(160);
        expect(text).not.toMatch(/undefined|NaN/);
      }
    expect(zh.fileRefused({ reason: "size", name: "", limit: 20, types: "" })).toContain("超过了20MB");
  });
});
