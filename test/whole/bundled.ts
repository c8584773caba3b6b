import { fileURLToPath } from "node:url";
import { PRODUCT, refresh } from "../../build/bundle.mjs";

let ready: Promise<void> | undefined;

/** Resolves when product and page are bundled from the present sources; `npm test` does so before. */
export function refreshed(): Promise<void> {
  ready ??= refresh({ page: true });
  return ready;
}

/** A program as it is started in production; it starts in a fifth of the time the sources take. */
export async function bundled(program: "bot" | "tentowns" | "sandbox" | "photos-process"): Promise<string> {
  await refreshed();
  return fileURLToPath(new URL(`../../${PRODUCT.folder}/${program}.mjs`, import.meta.url));
}
