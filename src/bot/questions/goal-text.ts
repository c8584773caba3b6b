import { type Programme, townBySlug } from "../../domain/programme/programme.ts";
import type { Aim } from "../../domain/question/aim.ts";

// A what-if target in a button: `3` is a place, `+2` places up, a slug the town to draw level with, "" one place up,
// `500w` 500 万元 more invested.

/** Writes a target into a button's field. */
export function goalText(aim: Aim): string {
  if ("town" in aim) return aim.town.slug;
  if ("added" in aim) return `${aim.added}w`;
  if ("place" in aim) return String(aim.place);
  return aim.up === 1 ? "" : `+${aim.up}`;
}

/** Parses it again; null for an unknown town. */
export function readGoal(text: string, programme: Programme): Aim | null {
  if (text === "") return { up: 1 };
  const added = /^([\d.]{1,12})w$/.exec(text)?.[1];
  if (added !== undefined) return Number(added) > 0 ? { added: Number(added) } : null;
  const [, plus, digits] = /^(\+?)(\d{1,6})$/.exec(text) ?? [];
  if (digits !== undefined) return plus === "+" ? { up: Number(digits) } : { place: Number(digits) };
  const town = townBySlug(programme, text);
  return town ? { town } : null;
}
