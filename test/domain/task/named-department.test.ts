import { expect, test } from "vitest";
import { namedDepartment } from "../../../src/domain/task/named-department.ts";
import { towns } from "../programmes.ts";

test.each([
  ["市财政局配套资金未到位", "finance"],
  ["财政部门拨款滞后", "finance"],
  ["请住建局协调", "housing"],
  ["国土局用地指标未批", "land"],
  ["等自然资源部门批复", "land"],
  ["文旅局景区规划未批", "culture"],
  ["市文化和旅游局尚未验收", "culture"],
  ["卫健委选址未定", "health"],
])("%s names %s", (words, slug) => {
  expect(namedDepartment(words, towns)?.slug).toBe(slug);
});

test.each(["财政资金紧张", "文化广场未完工", "财政局和住建局意见不一", "资金未到位", ""])(
  "%s names none for certain",
  (words) => {
    expect(namedDepartment(words, towns)).toBeNull();
  },
);
