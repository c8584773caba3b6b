import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import fiveTowns from "../../db/programmes/five-towns.json" with { type: "json" };
import { tentowns, tentownsJson } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "tentowns-programme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

test("check: a sound pack, what its author should know, and the columns a scheme may use", async () => {
  const { code, out } = await tentowns({}, "programme", "check", "five-towns");
  expect(code).toBe(0);
  expect(out[0]).toBe("五镇提质（five-towns）：2个县区，5个单位，可以使用");
  expect(out).toContain(
    "  scheme：评分方案没有用到“image”，填报时不收这一部分。要收就在方案里用上它的数据。",
  );
  expect(out).toContain("  streets.done  老街修缮·已完成");
  expect(out).toContain("  own.guests  接待人次");
});

test("check: every mistake with its path and its repair", async () => {
  const wrong = structuredClone(fiveTowns);
  const [hekou, lianxi] = wrong.towns;
  if (!hekou || !lianxi) throw new Error("no towns");
  hekou.slug = "He Kou";
  lianxi.countyCode = "990299";
  wrong.scheme.root.children = wrong.scheme.root.children.map((node) => ({ ...node, weight: 0 }));
  Object.assign(wrong, { ladder: [{ day: 1, to: "mayor" }], mayor: "张三", deadline: { workingDays: 0 } });
  const { code, err } = await tentowns({}, "programme", "check", file("wrong.json", wrong));
  expect(code).toBe(1);
  expect(err).toEqual([
    "有9处要改：",
    "  towns[0].slug：标识不合规。只用小写字母、数字、-和单个_，以字母开头，例如 shuang-chi。",
    "  deadline.workingDays：最小为0。改大。",
    "  deadline.lockAfterWorkingDays：缺少这一项。补上：截止后再过几个工作日锁定，不能再报。",
    "  deadline.returnWorkingDays：缺少这一项。补上：退回后几个工作日内改好。",
    "  deadline.overrides：缺少这一项。补上：个别季度另定的截止日。",
    "  ladder[0].to：不在可选的值之中。可用：owner、principal、county_group、leading_group。",
    "  整个文件：没有名为“mayor”的项。改正名称，或者删去；可用的项见 docs/programme.zh-CN.md。",
    "  towns[1].countyCode：没有代码为“990299”的县区。可用：990221、990222。",
    "  scheme：指标“total”下级的权重全是0，算不出分。至少一个填大于0的数。",
  ]);
});

test("check: a post, a batch, an item and an id that nothing answers to, each with its repair in Chinese", async () => {
  const wrong = structuredClone(fiveTowns);
  Object.assign(wrong, {
    bulletin: { countersign: ["department.moon", "mayor"], signer: "county.yunting" },
    stages: { building: { papers: [{ id: "批复", name: "批复文件", nameEn: "Approval" }] } },
  });
  Object.assign(wrong.phases[0] ?? {}, { reach: [{ phase: 3, stage: "building" }] });
  const unit = { name: "公里", nameEn: "km" };
  Object.assign(wrong.areas[0] ?? {}, {
    figures: [{ id: "km", name: "长度", nameEn: "Length", unit, item: "moon" }],
  });
  const { code, err } = await tentowns({}, "programme", "check", file("names.json", wrong));
  expect(code).toBe(1);
  expect(err.slice(1)).toEqual([
    "  stages.building.papers[0].id：标识不合规。只用小写字母、数字和_，以字母开头。",
    "  bulletin.countersign[1]：不是可以会签、签发的岗位。写 office、leader、county.县区标识 或 department.部门标识。",
    "  areas[0].figures[0].item：本项建设内容里没有标识为“moon”的事项。可用：streets.1、streets.2、streets.3。",
    "  phases[0].reach[0].phase：没有第3批的单位。可用：1。",
    "  bulletin.countersign[0]：没有“department.moon”这个县区或部门。可用：office、leader、county.yunting、county.songlan、department.tourism、department.water。",
  ]);
});

test("check: names that clash, procedures that do not exist, an indicator without weight", async () => {
  const odd = structuredClone(fiveTowns);
  const [hekou, lianxi] = odd.towns;
  const [first] = odd.scheme.root.children;
  if (!hekou || !lianxi || !first) throw new Error("no towns");
  lianxi.aliases = ["河口古镇", "荷塘"];
  first.weight = 0;
  Object.assign(odd, { procedures: { parade: {}, visit: { days: { someday: 3 } } } });
  const { code, json } = await tentownsJson({}, "programme", "check", file("odd.json", odd));
  expect(code).toBe(0);
  expect(json).toMatchObject({
    notes: [
      { where: "towns[1].aliases[0]", reason: "“河口古镇”同时指河口镇、莲溪镇" },
      { where: "scheme", reason: "指标“s”的权重是0，得分与它无关" },
      { where: "scheme", reason: "评分方案没有用到“image”，填报时不收这一部分" },
      { where: "procedures.parade" },
      { where: "procedures.visit.days.someday" },
    ],
  });
});

test.each([
  ["a file that is not there", () => "nowhere.json", "读不到这个文件"],
  ["no JSON", () => file("broken.json", "{"), "不是有效的 JSON"],
  ["a workbook that is none", () => file("broken.xlsx", "PK"), "打不开"],
])("check: %s", async (_, path, said) => {
  const { code, err } = await tentowns({}, "programme", "check", path());
  expect([code, err.join()]).toEqual([1, expect.stringContaining(said)]);
});

test("export, check and import: the workbook says what the pack says", async () => {
  const [book, pack] = [join(folder, "five.xlsx"), join(folder, "five.json")];
  expect(await tentowns({}, "programme", "export", "five-towns", "--out", book)).toMatchObject({ code: 0 });
  expect(await tentowns({}, "programme", "check", book)).toMatchObject({ code: 0, err: [] });
  const { code, out } = await tentowns({}, "programme", "import", book, "--out", pack);
  expect([code, out.at(-1)]).toEqual([0, `启动时设 PROGRAMME=${pack}`]);
  expect(JSON.parse(readFileSync(pack, "utf8"))).toMatchObject(fiveTowns);
});

test("wrong usage is said", async () => {
  for (const argv of [["check"], ["export"], ["import", "a.xlsx"], ["check", "a", "b"], []])
    expect((await tentowns({}, "programme", ...argv)).code).toBe(2);
});
