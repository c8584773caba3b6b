import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "../../../src/domain/programme/people.ts";
import { towns } from "../../domain/programmes.ts";
import { atClient, shownIn } from "../at-client.ts";
import { pressForged } from "../deliver.ts";
import { startWorld, type World } from "../world.ts";

// A procedure the pack leaves out: no list offers it, and a press on an older card says why nothing begins.

const county: Person = {
  ...{ openId: "ou_county", name: "田文斌", role: "county_reviewer", area: "linxian" },
  locale: "zh-CN",
};

let world: World;
beforeAll(async () => {
  const programme = { ...towns, procedures: { money: { off: true, days: {} } } };
  world = await startWorld({ people: [county], programme });
});
afterAll(() => world.close());

test("is offered by no list, and begins by no press", async () => {
  const list = shownIn((await atClient(world, county.openId).say("资金台账")).at(-1));
  expect(list.words).not.toContain("新建资金台账");
  expect(list.words).not.toContain("还没有建立台账");
  for (const action of ["new__money__//", "begin__money__//__begin"]) {
    const { answer } = await pressForged(world, county.openId, `om_${action}`, action, { year: "2026" });
    expect(answer.toast?.content).toContain("本市暂不使用这项流程");
  }
});
