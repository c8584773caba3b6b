import type { Town } from "../domain/programme/programme.ts";

/** That a flag names no town, with those it may have meant. */
export function noSuchTown(text: string, near: readonly Town[]): string {
  const meant = near.length > 0 ? `；是不是${near.map(({ name }) => name).join("、")}？` : "";
  return `没有这个镇：${text}${meant}`;
}
