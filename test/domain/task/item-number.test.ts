import { expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { itemNumbers, nextItemNumber } from "../../../src/domain/task/item-number.ts";
import { item } from "./given.ts";

const NEW_YEAR = shanghaiTime("2027-01-01", "00:00");

function begun(id: string, at: number, number: string | null = null): ProcedureRecord {
  return { ...item, id, data: { ...item.data, number }, log: item.log.map((entry) => ({ ...entry, at })) };
}

test("the next number follows those of the same year, by the Shanghai day", () => {
  const items = [begun("a", NEW_YEAR - 2, "2026/1"), begun("b", NEW_YEAR - 1, "2026/2")];
  expect(nextItemNumber(items, NEW_YEAR - 1)).toBe("2026/3");
  expect(nextItemNumber(items, NEW_YEAR)).toBe("2027/1");
  expect(nextItemNumber([], NEW_YEAR)).toBe("2027/1");
});

test("items from before numbers were kept have their places, whatever became of them, and the rest go on from there", () => {
  const old = [begun("b", 2), begun("a", 2), begun("c", 1)].map((one) => ({ ...one, state: "withdrawn" }));
  expect([...itemNumbers(old)]).toEqual([
    ["c", "1970/1"],
    ["a", "1970/2"],
    ["b", "1970/3"],
  ]);
  const next = nextItemNumber(old, 3);
  expect(next).toBe("1970/4");
  expect(itemNumbers([...old, begun("d", 3, next)]).get("d")).toBe("1970/4");
});
