import type { AreaFacts, BulletinFacts, BulletinInput, BulletinTown } from "./facts.ts";

// 分项进展: each content area over all towns, with the town furthest on.

/** Characters of a town's own words that are quoted. */
const QUOTED = 60;

export function areaFacts({ programme, now, approved, earlier }: BulletinInput): AreaFacts[] {
  const { rows } = now.inputs.table;
  const places = new Map(now.result.rows.map(({ town, rank }) => [town, rank ?? Number.MAX_SAFE_INTEGER]));
  return programme.areas.map(({ id }) => {
    const shares = rows.map(({ id: town, values }) => ({
      town,
      done: values[`${id}.done`] ?? 0,
      due: values[`${id}.due`] ?? 0,
    }));
    const asked = shares.filter(({ due }) => due > 0);
    const share = (one: (typeof asked)[number]) => one.done / one.due;
    const top = Math.max(0, ...asked.map(share));
    const towns = asked
      .filter((one) => top > 0 && share(one) >= top - 1e-9)
      .map(({ town }) => town)
      .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    const [first] = towns;
    return {
      area: id,
      done: asked.reduce((sum, { done }) => sum + done, 0),
      due: asked.reduce((sum, { due }) => sum + due, 0),
      best: first === undefined ? null : { towns, share: top, words: ownWords(first, id) },
    };
  });

  /** What the town wrote of this quarter; null where it wrote nothing, or the same as the quarter before. */
  function ownWords(town: string, area: string): string | null {
    const words = firstSentence(approved.get(town)?.areas[area]?.words.progress ?? "");
    const before = earlier.get(town)?.at(-1)?.content.areas[area]?.words.progress ?? "";
    return words === "" || words === firstSentence(before) ? null : words;
  }
}

/** The first sentence, or as much of it as is quoted. */
export function firstSentence(words: string, longest = QUOTED): string {
  const [first = ""] = words
    .replace(/\s+/g, " ")
    .trim()
    .split(/[。；;！!\n]/);
  const seen = [...first.trim()];
  return seen.length > longest ? `${seen.slice(0, longest).join("")}……` : seen.join("");
}

/** The towns furthest on in investment and image progress, by their share of what is due. */
export function bestOf(towns: readonly BulletinTown[]): Pick<BulletinFacts, "bestInvested" | "bestImage"> {
  const invested = towns.flatMap(({ town, invested: sum, due }) =>
    sum !== null && due ? [{ town, invested: sum, due }] : [],
  );
  const works = towns.flatMap(({ town, actual, planned }) =>
    actual !== null && planned ? [{ town, actual, planned }] : [],
  );
  return {
    bestInvested: invested.sort((a, b) => b.invested / b.due - a.invested / a.due)[0] ?? null,
    bestImage: works.sort((a, b) => b.actual / b.planned - a.actual / a.planned)[0] ?? null,
  };
}
