import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../db/commit.ts";
import { putRecordEvidence } from "../../db/record-evidence.ts";
import { listRecords } from "../../db/records.ts";
import { CRITERIA } from "../../src/domain/acceptance/marks.ts";
import { packedFiles } from "../../src/domain/acceptance/packed.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import { openArchive } from "../../src/export/xlsx/unzip.ts";
import { story } from "../story.ts";
import { type AtClient, photo, shownIn, textIn } from "./at-client.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// 期末验收 of 碛口镇: the county applies, a team gives marks, one criterion is mended and looked at again, the papers are
// sent to the office as a file, and the province's answer is recorded.

const PHOTOS = 300;
let world: DemoWorld;
let office: AtClient;
let linxian: AtClient;
let qikou: AtClient;
let clerk: AtClient;
let housing: AtClient;
const record = async () => {
  const [found] = await listRecords(world.deps.db, { procedure: "acceptance" });
  if (!found) throw new Error("no acceptance");
  return found;
};
const stage = async () => {
  const [found] = await listRecords(world.deps.db, { procedure: "stage", town: "qikou" });
  return found?.state;
};
const take = async (by: AtClient, name: string, form: Record<string, unknown> = {}) => {
  const { id, revision } = await record();
  const { answer } = await pressForged(
    world,
    by.openId,
    `om_${name}`,
    `step__${id}__${name}__${revision}`,
    form,
  );
  return answer.toast?.content ?? "";
};
const CARD = "碛口镇期末验收";
const marks = (of: Partial<Record<string, string>> = {}) => ({
  ...Object.fromEntries(CRITERIA.map((id) => [id, "85"])),
  ...of,
});

const MB = 1024 * 1024;
const hashOf = (bytes: Uint8Array | null | undefined) =>
  createHash("sha256")
    .update(bytes ?? new Uint8Array())
    .digest("hex");
/** Stores photos with the acceptance as if the town had sent them. */
async function bring(photos: Uint8Array[]): Promise<void> {
  const { id } = await record();
  const at = world.clock.now();
  const rows = await Promise.all(
    photos.map(async (bytes, n) => {
      const sha256 = hashOf(bytes);
      const url = await world.deps.evidence.put(`${sha256}.jpg`, bytes);
      const of = { record: id, messageId: `om_p${n}`, fileKey: `k${n}`, kind: "image" as const, name: "" };
      return { ...of, id: `om_p${n}/k${n}`, url, sha256, size: bytes.length, by: qikou.openId, at };
    }),
  );
  const writes = rows.map((row) => putRecordEvidence(world.deps.db, row));
  await commit(world.deps.db, { audit: null, writes }, at);
}
/** The files in the office's private chat. */
async function received(): Promise<Uint8Array[]> {
  const sent = world.inbox(office.openId).filter(({ msg_type }) => msg_type === "file");
  const keys = sent.map(({ content }) => /"file_key":"([^"]+)"/.exec(content)?.[1]);
  return Promise.all(
    keys.map(async (key) => {
      const answer = await fetch(`${world.sandbox.url}/sandbox/files/${key}`);
      return new Uint8Array(await answer.arrayBuffer());
    }),
  );
}

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"] });
  office = world.who("city_office");
  clerk = world.who("city_office", "", 1);
  linxian = world.who("county_reviewer", "linxian");
  qikou = world.who("town_official", "qikou");
  housing = world.who("department", "housing");
});
afterAll(() => world.close());

const { chapter, step } = story("a final acceptance");

chapter("the application", () => {
  step("is the county's, for a town of its own", async () => {
    const begin = (by: AtClient, on = "om_begin") =>
      pressForged(world, by.openId, on, "begin__acceptance__//__begin", { town: "qikou" });
    expect((await begin(qikou)).answer.toast?.content).toContain("不由您办理");
    const other = await begin(world.who("county_reviewer", "lishi"));
    expect(other.answer.toast?.content).toContain("请从选项中选择");
    const list = shownIn((await linxian.say("碛口验收到哪一步了"))[0]);
    expect(list.words).toContain("目前没有");
    await begin(linxian);
    expect((await begin(linxian, "om_other")).answer.toast?.content).toContain("已经在办");
  });

  step("confirms each of the five goals, and has its papers", async () => {
    const summary = "古镇风貌修复完成，游客中心建成。";
    const all = { checklist: [...CRITERIA], summary };
    expect(await take(linxian, "apply", all)).toContain("还没有收到新的照片或文件");
    const [shown] = await linxian.say("碛口验收到哪一步了");
    await linxian.reply(shownIn(shown), photo(1));
    expect(await take(linxian, "apply", { ...all, checklist: ["look"] })).toContain("五项目标须逐项确认");
    expect(await take(linxian, "apply", all)).toContain("已申请");
    expect(office.card(CARD).words).toContain("待安排验收");
  });
});

chapter("the team", () => {
  step("has two people at least, on a day that is not past; all concerned are told", async () => {
    const on = "2026-10-14";
    expect(await take(office, "arrange", { team: [clerk.openId], on })).toContain("至少两人");
    const team = [clerk.openId, housing.openId];
    expect(await take(office, "arrange", { team, on: "2026-10-09" })).toContain("日期已经过了");
    const { id, revision } = await record();
    // The refused form, on a card as the office gets it.
    const form = office.card(CARD);
    expect(form.words).toContain("张秋菊");
    const arranged = await office.press(form, `step__${id}__arrange__${revision}`, { team, on });
    expect(arranged.toast).toContain("已安排");
    for (const one of [clerk, housing, linxian, qikou]) expect(one.card(CARD).words).toContain("10月14日");
  });

  step("gives no marks before it was there; the office may move the day until somebody did", async () => {
    expect(await take(housing, "mark", marks())).toContain("现场日期还没有到");
    expect(await take(office, "pass", { decision: "通过" })).toContain("现场日期还没有到");
    expect(await take(office, "move", { on: "2026-10-13" })).toContain("已改期");
    expect(housing.card(CARD).words).toContain("现场日期：2026年10月13日");
    await world.moveTo("2026-10-13T15:00:00+08:00");
  });

  step("gives marks, nobody else; one mean below the line does not pass", async () => {
    expect(await take(office, "pass", { decision: "通过" })).toContain("不到一半");
    expect(await take(world.who("department", "finance"), "mark", marks())).toContain("不由您办理");
    expect(await take(housing, "mark", marks({ look: "101" }))).toContain("0 到 100");
    await take(housing, "mark", marks({ ecology: "50" }));
    await take(clerk, "mark", marks({ ecology: "60" }));
    expect(await take(office, "move", { on: "2026-10-16" })).toContain("不能再改期");
    // The county's paper is not the member's.
    expect(housing.card(CARD).words.match(/照片、文件：1份/g)).toHaveLength(1);
    expect(await take(office, "pass", { decision: "通过" })).toContain("平均分不到60分");
    expect(office.card(CARD).words).toContain("生态环境保护良好");
    expect(await take(office, "mend", { lacks: "河道垃圾清理不彻底。", until: "2026-10-13" })).toContain(
      "日期已经过了",
    );
    await take(office, "mend", { lacks: "河道垃圾清理不彻底。", until: "2026-10-30" });
    expect(qikou.card(CARD).words).toContain("河道垃圾清理不彻底。");
  });

  step("looks again at what the town shows, and its marks begin anew", async () => {
    expect(await take(qikou, "report", { done: "已清理。" })).toContain("还没有收到新的照片或文件");
    await qikou.reply(qikou.card(CARD), photo(2));
    expect(await take(qikou, "report", { done: "已清理河道，落实保洁。" })).toContain("等待复验");
    await take(office, "arrange", { team: [clerk.openId, housing.openId], on: "2026-10-13" });
    expect(await take(office, "pass", { decision: "通过" })).toContain("不到一半");
    await take(housing, "mark", marks());
    await take(clerk, "mark", marks({ ecology: "75" }));
    expect(await take(office, "pass", { decision: "五项目标均已达到，同意通过。" })).toContain("已通过");
  });
});

chapter("the papers", () => {
  step("have to be packed before they are handed in", async () => {
    expect(await take(office, "submit", { handed: "2026-10-13" })).toContain("材料包还没有生成");
  });

  step("of 300 photos and two large files come as files of 30 MB at most, which is said", async () => {
    await bring([
      ...Array.from({ length: PHOTOS }, (_, n) => new TextEncoder().encode(`现场照片 ${n}`)),
      ...[1, 2].map((n) => new Uint8Array(16 * MB).fill(n)),
    ]);
    const shown = await office.press(office.card(CARD), `show__${(await record()).id}`);
    await office.press(shown, "生成材料包");
    await world.settle();
    const said = world.inbox(office.openId).filter(({ msg_type }) => msg_type === "text");
    expect(textIn(said.at(-1))).toContain("分成2个文件发出");
    const files = packedFiles(await record());
    expect(files.map(({ name }) => name)).toEqual([1, 2].map((n) => `碛口镇期末验收材料（2之${n}）.zip`));
    const zips = await received();
    expect(zips.map((zip) => hashOf(zip))).toEqual(files.map(({ sha256 }) => sha256));
    const archives = zips.map((zip) => openArchive(zip, 30 * MB));
    for (const zip of zips) expect(zip.length).toBeLessThanOrEqual(30 * MB);
    const index = new TextDecoder().decode((await archives[0]?.read("目录.txt")) ?? undefined);
    const lines = index.trim().split("\r\n").slice(1);
    expect(lines).toHaveLength(files.reduce((sum, { papers }) => sum + papers, 0));
    expect(lines.length).toBeGreaterThanOrEqual(PHOTOS + 4);
    for (const line of lines) {
      const [path = "", size, hash, part] = line.split("\t");
      const bytes = await archives[Number(part) - 1]?.read(path);
      expect([path, String(bytes?.length), hashOf(bytes)]).toEqual([path, size, hash]);
    }
    const form = await readWorkbook((await archives[0]?.read("验收表.xlsx")) ?? new Uint8Array());
    expect(form?.map(({ name }) => name)).toEqual(["验收表", "打分", "办理过程", "历次得分"]);
    expect(JSON.stringify(form)).toContain("整改情况：已清理河道，落实保洁。；照片、文件：1份");
    expect(office.card(CARD).words).toContain("碛口镇期末验收材料（2之1）.zip");
  });

  step("are packed and sent once, however often the packing is tried", async () => {
    const before = world.inbox(office.openId).length;
    await world.settle();
    expect(world.inbox(office.openId)).toHaveLength(before);
    expect((await record()).log.filter((one) => one.step === "packed")).toHaveLength(1);
  });
});

chapter("the province", () => {
  step("is handed the papers after the acceptance, and its answer comes with a letter", async () => {
    expect(await take(office, "submit", { handed: "2026-10-01" })).toContain("不能早于");
    expect(await take(office, "submit", { handed: "2026-11-20" })).toContain("还没有到");
    const leader = world.who("leader");
    const heard = world.inbox(leader.openId).length;
    expect(await take(office, "submit", { handed: "2026-10-13", number: "吕特镇办〔2026〕9号" })).toBe(
      "已登记。",
    );
    // They heard that it passed, and hear the province's answer.
    expect(world.inbox(leader.openId)).toHaveLength(heard);
    expect(await stage()).toBe("applying_province");
    const answer = { answer: "同意命名为省级特色小镇。", reply: "晋建村字〔2026〕88号" };
    expect(await take(office, "named", answer)).toContain("还没有收到新的照片或文件");
    await office.reply(office.card(CARD), photo(9));
    expect(await take(linxian, "named", answer)).toContain("不由您办理");
    expect(await take(office, "named", answer)).toContain("已登记");
    expect((await record()).state).toBe("named");
    expect(await stage()).toBe("named_province");
    expect(qikou.card(CARD).words).toContain("同意命名为省级特色小镇。");
  });

  step("is asked about in private by anybody it concerns", async () => {
    expect(shownIn((await qikou.say("验收情况"))[0]).words).toContain("省级已命名");
    expect(textIn((await office.say("碛口验收到哪一步了", "oc_alltowns"))[0])).toContain("私聊");
  });
});
