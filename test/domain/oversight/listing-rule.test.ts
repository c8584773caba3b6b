import { expect, test } from "vitest";
import { candidatesOf } from "../../../src/domain/oversight/listing-rule.ts";
import type { FrozenRow } from "../../../src/domain/ranking/publication.ts";
import { rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import type { Light } from "../../../src/domain/scoring/lights.ts";
import { workedEntrants } from "../../fixtures/worked-reports.ts";
import { towns } from "../programmes.ts";

const row = (town: string, rank: number | null, light: Light, misreport?: true): FrozenRow => ({
  ...{ town, rank, score: rank === null ? null : 100 - rank, previousRank: null, delta: null },
  ...{ light, ownLight: light, unrounded: null, contributions: {} },
  standing: rank === null ? "not_reported" : "ranked",
  ...(misreport ? { misreport } : {}),
});
const listed = (rows: FrozenRow[], list: "red" | "black") =>
  candidatesOf(rows).flatMap((one) => (one.list === list ? [one.town] : []));

test("the worked quarters: the first three and all who share a rank; the last, being behind", () => {
  const of = (period: "2026Q2" | "2026Q3", list: "red" | "black") =>
    listed(rankQuarter(towns, period, workedEntrants(towns, period), null).result.rows, list);
  expect(of("2026Q2", "red")).toEqual(["jiajiazhuang", "wutong", "puming", "beiwudang"]);
  expect(of("2026Q2", "black")).toEqual(["kaishan"]);
  expect(of("2026Q3", "red")).toEqual(["jiajiazhuang", "qikou", "xinyi"]);
  expect(of("2026Q3", "black")).toEqual(["wutong"]);
});

test("last alone, or behind alone, is not on the black list", () => {
  const met = [row("a", 1, "green"), row("b", 2, "green"), row("c", 3, "green"), row("d", 4, "green")];
  expect(listed(met, "black")).toEqual([]);
  expect(listed([...met.slice(0, 3), row("d", 4, "red"), row("e", 5, "green")], "black")).toEqual([]);
  expect(listed([...met, row("e", 5, "red"), row("f", 5, "yellow")], "black")).toEqual(["e", "f"]);
});

test("nobody without a rank, and nobody whose figures were found misreported, is praised", () => {
  const rows = [row("a", 1, "green", true), row("b", 2, "red"), row("c", null, "grey")];
  expect(listed(rows, "red")).toEqual([]);
  expect(listed(rows, "black")).toEqual(["b"]);
  expect(candidatesOf([])).toEqual([]);
  expect(listed([row("a", 1, "red"), row("b", 1, "red")], "black")).toEqual([]);
});
