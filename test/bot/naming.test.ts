import { afterAll, beforeAll, expect } from "vitest";
import { openDatabase } from "../../db/open.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { loadNamings, packInForce } from "../../src/bot/procedures/effects/naming.ts";
import { villages } from "../domain/programmes.ts";
import { story } from "../story.ts";
import { type AtClient, atClient, shownIn } from "./at-client.ts";
import { startWorld, type World } from "./world.ts";

// The office changes what a town is called, and which group it is in, from the chat; a second person confirms.

let world: World;
let office: AtClient;
let colleague: AtClient;
beforeAll(async () => {
  const person = (openId: string, role: "city_office" | "town_official", area = "") =>
    ({ openId, name: openId, role, area, locale: "zh-CN" }) as const;
  world = await startWorld({
    programme: villages,
    people: [
      person("ou_office_1", "city_office"),
      person("ou_office_2", "city_office"),
      person("ou_town", "town_official", "taoyuan"),
    ],
  });
  office = atClient(world, "ou_office_1");
  colleague = atClient(world, "ou_office_2");
});
afterAll(() => world.close());

const asked = async (client: AtClient, text: string) => shownIn((await client.say(text))[0]);

const { step } = story("another name for a town");

step("the office finds the way beside what the town is, others only read it", async () => {
  expect((await asked(atClient(world, "ou_town"), "桃园的别名")).words).not.toContain("改别名和分组");
  const card = await asked(office, "桃园的别名");
  expect(card.words).toContain("又叫荷阳桃园");
  const form = await office.press(card, "改别名和分组");
  expect(form.words).toContain("有人说别名我也认得是这里");
});

step("a name of another place, or no change, is refused in words", async () => {
  const form = await office.press(await asked(office, "桃园的别名"), "改别名和分组");
  const taken = await office.press(form, "提交", { aliases: "桃园、柳泉", group: "farming" });
  expect(taken.words + taken.toast).toContain("柳泉：已经是别的地方的名称，请换一个。");
  const same = await office.press(form, "提交", { aliases: villages.towns[0]?.aliases.join("，") });
  expect(same.words + same.toast).toContain("与现在的一样");
});

step("until a second person confirms it, nothing is different", async () => {
  const form = await office.press(await asked(office, "桃园的别名"), "改别名和分组");
  const sent = await office.press(form, "提交", { aliases: "桃园、桃园村、桃花源", group: "leisure" });
  expect(sent.toast).toContain("已提交");
  expect(world.deps.programme.towns[0]?.group).toBe("farming");
  expect((await asked(colleague, "桃花源是什么类型")).words).not.toContain("桃园村 ·");
});

step("confirmed, it is understood at once, also by another process from its next beat", async () => {
  const adopted = await colleague.press(colleague.card("桃园村的别名和分组"), "确认启用");
  expect(adopted.toast).toContain("已启用");
  const card = await asked(colleague, "桃花源是什么类型");
  expect(card.words).toContain("桃园村");
  expect(card.words).toContain("休闲类");
  expect(world.deps.programme.towns[0]).toMatchObject({
    group: "leisure",
    aliases: ["桃园", "桃园村", "桃花源"],
  });
  const before = world.deps.programme;
  await beat(world.deps);
  expect(world.deps.programme).toBe(before);
  const other = await openDatabase(world.deps.config.databaseUrl);
  await loadNamings({ db: other.db, programme: villages });
  expect(packInForce(other.db, villages).towns[0]).toMatchObject({ group: "leisure" });
  other.close();
});
