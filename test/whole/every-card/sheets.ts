import type { Page } from "playwright-core";

/** A card's picture, px. */
export type Picture = { name: string; width: number; height: number; png: Buffer };

/** px of a sheet: what is wider or taller is shrunk by most viewers, until its words cannot be read. */
const SIDE = 1_560;
const GAP = 8;
/** px of the line above a card that names it. */
const NAME = 18;

/** The pictures side by side on as few sheets as hold them in their order, each below its name. */
export async function sheetsOf(desk: Page, pictures: readonly Picture[]): Promise<Buffer[]> {
  const page = await desk.context().browser()?.newPage();
  if (!page) throw new Error("the browser is closed");
  const sheets: Buffer[] = [];
  for (const columns of placed(pictures)) {
    const width = columns.reduce((sum, [one]) => sum + (one?.width ?? 0) + GAP, 0);
    const height = Math.max(...columns.map(heightOf));
    await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) });
    await page.setContent(
      `<body style="margin:0;display:flex;gap:${GAP}px;background:#888;font:12px/${NAME}px sans-serif">${columns
        .map((column) => `<div>${column.map(labelled).join("")}</div>`)
        .join("")}</body>`,
    );
    sheets.push(await page.screenshot());
  }
  await page.close();
  return sheets;
}

function labelled({ name, width, png }: Picture): string {
  const named = `<div style="height:${NAME}px;width:${width}px;overflow:hidden;white-space:nowrap">${name}</div>`;
  return `${named}<img style="display:block;margin-bottom:${GAP}px" src="data:image/png;base64,${png.toString("base64")}">`;
}

function heightOf(column: readonly Picture[]): number {
  return column.reduce((sum, { height }) => sum + height + NAME + GAP, 0);
}

/** Sheets of columns of pictures. */
function placed(pictures: readonly Picture[]): Picture[][][] {
  const sheets: Picture[][][] = [];
  for (const picture of pictures) {
    const column = sheets.at(-1)?.at(-1);
    if (column && heightOf([...column, picture]) <= SIDE) {
      column.push(picture);
      continue;
    }
    const columns = sheets.at(-1);
    const wide = (columns ?? []).reduce((sum, [one]) => sum + (one?.width ?? 0) + GAP, 0);
    if (columns && wide + picture.width <= SIDE) columns.push([picture]);
    else sheets.push([[picture]]);
  }
  return sheets;
}
