import type { Locale } from "../../domain/programme/people.ts";
import { type Picture, pictureSvg } from "./picture.ts";

// Draws a picture as PNG. What draws it is an optional package with native code: without it, or on a machine without a
// Chinese font, there is no picture, and a workbook or words take its place.

/** Fonts besides the machine's own. */
export type Fonts = { folders?: readonly string[] };

type Library = typeof import("@resvg/resvg-js");

/** A phone shows more pixels than the picture's own. */
const SCALE = 2;
/** Two characters whose shapes differ in every Chinese font. */
const PROBE = ["镇", "县"] as const;

/** Null where it cannot be drawn. */
export async function drawPicture(
  picture: Picture,
  locale: Locale,
  fonts: Fonts = {},
): Promise<Uint8Array | null> {
  const library = await load();
  if (!library || !(await hasChinese(library, fonts))) return null;
  return render(library, pictureSvg(picture, locale), SCALE, fonts);
}

/** The bundler leaves a name it does not see; the package is where the product was installed, or nowhere. */
const NAME = "@resvg/resvg-js";
const load = (): Promise<Library | null> => import(NAME).catch(() => null);

async function render({ renderAsync }: Library, svg: string, scale: number, { folders = [] }: Fonts) {
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: folders.length === 0, fontDirs: [...folders] },
  });
  return new Uint8Array(image.asPng());
}

const known = new Map<string, Promise<boolean>>();

/** Whether two characters look different; a font that has neither draws them alike. */
function hasChinese(library: Library, fonts: Fonts): Promise<boolean> {
  const key = fonts.folders?.join() ?? "";
  const found = known.get(key) ?? looksDifferent(library, fonts);
  known.set(key, found);
  return found;
}

async function looksDifferent(library: Library, fonts: Fonts): Promise<boolean> {
  const [one, other] = await Promise.all(
    PROBE.map((character) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="2" y="32" font-size="32">${character}</text></svg>`;
      return render(library, svg, 1, fonts);
    }),
  );
  return one !== undefined && other !== undefined && Buffer.compare(one, other) !== 0;
}
