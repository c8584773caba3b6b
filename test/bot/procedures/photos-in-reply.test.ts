import { afterAll, beforeAll, expect } from "vitest";
import { recordEvidenceOf } from "../../../db/record-evidence.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import type { Outgoing } from "../../../src/sandbox/protocol.ts";
import { story } from "../../story.ts";
import { type AtClient, atClient, photo, textIn } from "../at-client.ts";
import { startWorld, type World } from "../world.ts";
import { type AtRecord, atRecord } from "./at-record.ts";

// Photos in reply to a record's card, as they come: the same again, empty, of any kind, many at once, and after its end.

const who = (role: Role, area = ""): Person => {
  return { openId: `ou_${role}${area}`, name: role, role, area, locale: "zh-CN" };
};
const people = [who("city_office"), who("county_reviewer", "linxian"), who("town_official", "qikou")];

let world: World;
let at: AtRecord;
let [office, county, town]: AtClient[] = [];
beforeAll(async () => {
  world = await startWorld({ now: "2026-10-12T10:00:00+08:00", people });
  at = atRecord(world);
  [office, county, town] = people.map(({ openId }) => atClient(world, openId));
});
afterAll(() => world.close());

const of = (client: AtClient | undefined) => {
  if (!client) throw new Error("nobody");
  return client;
};
const kept = async (procedure: string) => recordEvidenceOf(world.deps.db, (await at.newest(procedure)).id);
const reply = async (procedure: string, content: Outgoing) => {
  const said = await of(town).reply(await at.seen(of(town), (await at.newest(procedure)).id), content);
  return said.filter(({ msg_type }) => msg_type === "text").map(textIn);
};
const bytes = (hex: string): Outgoing => {
  return { kind: "image", name: "a.heic", base64: Buffer.from(hex, "hex").toString("base64") };
};

const { step, chapter } = story("photos in reply to a card");

chapter("of what is to be mended", () => {
  step("of a telephone's kinds are kept; what is no photo is said not to be, and is not there", async () => {
    const form = await of(office).say("新建督查整改");
    expect(form).toHaveLength(1);
    await of(office).press(of(office).card("问题"), "begin__rectification__//__find", {
      ...{ town: "qikou", finding: "驳岸坍塌" },
    });
    await at.forged(of(county), (await at.newest("rectification")).id, "order", { until: "2026-10-30" });
    const heic = [
      "00000018667479706865696300000000",
      "000000186674797068656978ff000000",
      "00000018667479706d696631aa000000",
    ];
    for (const hex of heic) await reply("rectification", bytes(hex));
    expect(await kept("rectification")).toHaveLength(3);
    expect((await kept("rectification")).map(({ kind, url }) => [kind, url?.endsWith(".heic")])).toEqual(
      heic.map(() => ["image", true]),
    );
    expect(
      (await reply("rectification", { kind: "file", name: "照片.heic", base64: "aGVsbG8=" })).join(),
    ).toContain("没有收下：内容与文件名的格式不符");
    expect(await kept("rectification")).toHaveLength(3);
  });

  step("the same again is said to be the same; a dozen at once are told of once", async () => {
    await world.moveTo("2026-10-12T11:00:00+08:00");
    expect(await reply("rectification", photo(1))).toEqual([expect.stringContaining("材料已保存到")]);
    expect(await reply("rectification", photo(1))).toEqual([expect.stringContaining("完全相同")]);
    for (let n = 2; n <= 12; n += 1) expect(await reply("rectification", photo(n))).toEqual([]);
  });

  step("after its end are not kept, which is said with what to do", async () => {
    const { id } = await at.newest("rectification");
    await at.forged(of(town), id, "report", { done: "已加固" });
    const old = await at.seen(of(town), id);
    await at.forged(of(office), id, "close");
    const before = await kept("rectification");
    const said = await of(town).reply(old, photo(99));
    expect(said.map(textIn)).toEqual([
      "“碛口镇整改：驳岸坍塌”：已销号，现在发来的材料没有保存。如需补充，请联系市办。",
    ]);
    expect(await kept("rectification")).toEqual(before);
  });
});

chapter("of a 督办 item, whose card shows none of them", () => {
  step("a dozen in a row are told of once as well", async () => {
    const typed = { to: "town.qikou", origin: "problem", title: "拨付配套资金", owner: "分管领导" };
    await of(office).say("新建督办");
    await of(office).press(of(office).card("督办"), "begin__supervision__//__issue", {
      ...{ ...typed, due: "2026-10-30", evidence_needed: "拨付凭证" },
    });
    const said = [];
    for (let n = 21; n <= 32; n += 1) said.push(...(await reply("supervision", photo(n))));
    expect(said).toEqual([expect.stringContaining("材料已保存到")]);
    expect(await kept("supervision")).toHaveLength(12);
  });
});
