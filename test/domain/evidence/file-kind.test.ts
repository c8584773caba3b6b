import { expect, test } from "vitest";
import { fileKind } from "../../../src/domain/evidence/file-kind.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(" ", ""), "hex"));

test.each([
  ["ff d8 ff e0 00 10", "IMG_1.jpg", "jpg", true],
  ["89 50 4e 47 0d 0a 1a 0a", "a.png", "png", true],
  ["47 49 46 38 39 61", "a.gif", "gif", true],
  ["52 49 46 46 24 00 00 00 57 45 42 50", "a.webp", "webp", true],
  ["00 00 00 18 66 74 79 70 68 65 69 63", "a.heic", "heic", true],
  ["25 50 44 46 2d 31 2e 37", "表.pdf", "pdf", false],
  ["00 00 00 18 66 74 79 70 6d 70 34 32", "a.mp4", "mp4", false],
  ["50 4b 03 04 14 00", "进度表.XLSX", "xlsx", false],
  ["50 4b 03 04 14 00", "方案.docx", "docx", false],
  ["d0 cf 11 e0 a1 b1", "方案.doc", "doc", false],
])("%s called %s is a %s", (hex, name, extension, image) => {
  expect(fileKind(bytes(hex), name)).toEqual({ extension, image });
});

test.each([
  ["", "empty.jpg"],
  ["4d 5a 90 00", "photo.jpg"],
  ["3c 68 74 6d 6c 3e", "page.png"],
  ["50 4b 03 04 14 00", "archive.zip"],
  ["50 4b 03 04 14 00", "setup.exe"],
  ["d0 cf 11 e0 a1 b1", "installer.msi"],
  ["ff d8", "cut.jpg"],
  ["52 49 46 46 24 00 00 00 57 41 56 45", "sound.webp"],
])("%s called %s is refused: a name alone proves nothing", (hex, name) => {
  expect(fileKind(bytes(hex), name)).toBeNull();
});

test("the bytes decide, not the name", () => {
  expect(fileKind(bytes("ff d8 ff e0"), "figures.xlsx")).toEqual({ extension: "jpg", image: true });
});
