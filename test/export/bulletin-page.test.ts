import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "fast-png";
import { beforeEach, expect, it } from "vitest";
import { bulletinDocx } from "../../src/export/bulletin/bulletin-docx.ts";
import { draftFor } from "./bulletin-draft.ts";
import { hasLibreOffice } from "./libre-office.ts";

// The file as LibreOffice prints it, measured on the picture of its first page.

const OFFICE = "soffice";
const lacking = !hasLibreOffice();
beforeEach(({ skip }) => skip(lacking, "LibreOffice (soffice) is not installed"));

const signed = { number: "吕特镇办〔2026〕12号", day: "2026-11-05" };

/** The first page as a picture: the rows and columns of its ink, in mm. */
function firstPage(docx: Uint8Array): Page | "unreadable" | "no writer" {
  const folder = mkdtempSync(join(tmpdir(), "bulletin-page-"));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const convert = ["--headless", "--norestore", "--convert-to", "png", "--outdir", folder];
    const print = (name: string, text: Uint8Array | string) => {
      writeFileSync(join(folder, name), text);
      execFileSync(OFFICE, [profile, ...convert, join(folder, name)], {
        stdio: "ignore",
        timeout: 120_000,
      });
      return existsSync(join(folder, "page.png"));
    };
    if (print("page.docx", docx)) return measured(readFileSync(join(folder, "page.png")));
    // Where plain text cannot be printed either, LibreOffice is there without its Writer or its Draw.
    return print("page.txt", "text") ? "unreadable" : "no writer";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Page = { ink: Ink; red: Ink; rule: number[] };
type Ink = { top: number; bottom: number; left: number; right: number };

function measured(png: Uint8Array): Page {
  const { width, height, data, channels } = decode(png);
  const pixel = 210 / width;
  const at = (x: number, y: number) => [0, 1, 2].map((c) => Number(data[(y * width + x) * channels + c]));
  const [ink, red] = [nothing(), nothing()];
  const redInRow = new Map<number, number>();
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [r = 255, g = 255, b = 255] = at(x, y);
      if (r + g + b > 450) continue;
      grow(ink, x * pixel, y * pixel);
      if (r < 180 || g > 110) continue;
      grow(red, x * pixel, y * pixel);
      redInRow.set(y, (redInRow.get(y) ?? 0) + 1);
    }
  // A rule is a row that is red nearly all across the text.
  const rule = [...redInRow].filter(([, n]) => n * pixel > 150).map(([y]) => y * pixel);
  return { ink, red, rule };
}

function nothing(): Ink {
  return { top: Infinity, bottom: 0, left: Infinity, right: 0 };
}

function grow(ink: Ink, x: number, y: number): void {
  ink.top = Math.min(ink.top, y);
  ink.bottom = Math.max(ink.bottom, y);
  ink.left = Math.min(ink.left, x);
  ink.right = Math.max(ink.right, x);
}

it("keeps to the standard's measures on the page LibreOffice prints", { timeout: 180_000 }, async ({
  skip,
}) => {
  const page = firstPage(await bulletinDocx(draftFor(13), { signed, record: "" }));
  skip(page === "no writer", "LibreOffice prints no pictures here: it needs its Writer and its Draw");
  if (typeof page === "string") throw new Error(`the file is ${page}`);
  const { ink, red, rule } = page;
  // 天头 37 mm, and the red name 35 mm below it.
  expect(red.top).toBeGreaterThan(37 + 35 - 1);
  expect(red.top).toBeLessThan(37 + 35 + 4);
  // The rule is as wide as the text: 订口 28 mm, 156 mm wide.
  expect(rule.length).toBeGreaterThan(0);
  expect(Math.abs(red.left - 28)).toBeLessThan(1);
  expect(Math.abs(red.right - 184)).toBeLessThan(1);
  // Nothing but the page's number outside the text, and that within 7 to 12 mm below it.
  expect(ink.left).toBeGreaterThan(27.5);
  expect(ink.right).toBeLessThan(184.5);
  expect(ink.bottom).toBeGreaterThan(37 + 225 + 6);
  expect(ink.bottom).toBeLessThan(37 + 225 + 12);
});
