import { sql } from "drizzle-orm";
import { encode } from "jpeg-js";
import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../db/commit.ts";
import { evidenceOf } from "../../db/evidence.ts";
import { loadPlan } from "../../db/periods.ts";
import { placesOfPhotos } from "../../db/photo-places.ts";
import { listBriefs } from "../../db/report-briefs.ts";
import { findReport, saveReport } from "../../db/reports.ts";
import { planWrites } from "../../src/bot/procedures/effects/plan.ts";
import { loadBriefs } from "../../src/bot/report/briefs.ts";
import { learnAlike } from "../../src/bot/report/check-up.ts";
import { loadReportContext } from "../../src/bot/report/report-context.ts";
import type { YearPlan } from "../../src/domain/report/year-plan.ts";
import type { Outgoing } from "../../src/sandbox/protocol.ts";
import { drawPicture } from "../../src/sandbox/scripts/draw-picture.ts";
import { story } from "../story.ts";
import { type AtClient, type Shown, shownIn, textIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections } from "./fill-quarter.ts";
import { withExif } from "./with-exif.ts";

// The check-up, end to end: twin towns, copied figures and reused photos become a polite note for everyone
// who looks at the report.

let world: DemoWorld;
let office: AtClient;
let beiwudang: AtClient;
let puming: AtClient;
const progress = () => office.card("报送进度");

const picture = (name: string): Outgoing => ({
  kind: "image",
  name: `${name}.png`,
  base64: Buffer.from(drawPicture(name)).toString("base64"),
});

/** A JPEG of broad patches with a camera's EXIF data. */
function snapshot(takenOn: string): Outgoing {
  const [width, height] = [64, 48];
  const data = Buffer.alloc(width * height * 4);
  for (let i = 0; i < width * height; i += 1)
    data.fill((i * 7 + ((i / width) | 0) * 31) % 256, i * 4, i * 4 + 4);
  const jpeg = withExif(encode({ width, height, data }, 80).data, { takenOn, lat: 37.5, lng: 111.2 });
  return { kind: "image", name: "camera.jpg", base64: Buffer.from(jpeg).toString("base64") };
}

let forms: Map<AtClient, Shown>;

/** Sends a photo for the section it belongs to; returns the bot's reply about it. */
async function handIn(official: AtClient, photo: Outgoing): Promise<string> {
  const form = forms.get(official);
  if (!form) throw new Error("no form is open");
  return textIn((await official.reply(form, photo)).at(-1));
}

async function submit(official: AtClient): Promise<void> {
  const form = forms.get(official);
  if (!form) throw new Error("no form is open");
  await official.press(await official.press(form, "返回总览"), "提交审核");
}

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["beiwudang", "puming"], open: true });
  office = world.who("city_office");
  beiwudang = world.who("town_official", "beiwudang");
  puming = world.who("town_official", "puming");
  forms = new Map();
  for (const person of [beiwudang, puming]) {
    const town = person === puming ? "puming" : "beiwudang";
    const overview = await fillSections(person, person.card(), await figuresOf(world, "2026Q3", town));
    forms.set(person, await person.press(overview, "open__image"));
  }
});
afterAll(() => world.close());

const { chapter, step } = story("photos and ratios that are checked");

chapter("a photo", () => {
  step("of one's own is simply received, and what it shows is kept with it", async () => {
    const said = await handIn(beiwudang, picture("beiwudang"));
    expect(said).not.toContain("相同");
    const [row] = await evidenceOf(world.deps.db, "2026Q3/beiwudang");
    expect(row?.photo).toMatchObject({ decoded: true, takenOn: null, flags: [] });
    expect(row?.photo?.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  step(
    "that another town has handed in is received with a courteous remark, without naming that town",
    async () => {
      const said = await handIn(puming, picture("beiwudang"));
      expect(said).toContain("与另一个单位交过的一张看起来相同，方便的话请核对一下");
      expect(said).not.toContain("北武当");
    },
  );

  step(
    "from before the quarter is asked about; where it was taken is only a hint for the reviewer",
    async () => {
      const said = await handIn(puming, snapshot("2026:03:02 09:00:00"));
      expect(said).toContain("照片标注拍于2026年3月2日，不在本季度内");
      expect(said).not.toContain("公里");
      const rows = await evidenceOf(world.deps.db, "2026Q3/puming");
      expect(rows.at(-1)?.photo).toMatchObject({ takenOn: "2026-03-02" });
      expect(JSON.stringify(rows)).not.toContain("111.2");
      const place = { lat: 37.5, lng: 111.2 };
      expect([
        ...(
          await placesOfPhotos(
            world.deps.db,
            rows.map(({ id }) => id),
          )
        ).values(),
      ]).toEqual([place]);
    },
  );

  step("in a format that cannot be compared is kept all the same, and that is kept with it", async () => {
    const webp = Buffer.concat([Buffer.from("RIFF0000WEBPVP8 "), Buffer.alloc(40)]);
    const said = await handIn(puming, {
      kind: "image",
      name: "site.webp",
      base64: webp.toString("base64"),
    });
    expect(said).toContain("收到1张照片");
    const rows = await evidenceOf(world.deps.db, "2026Q3/puming");
    expect(rows.at(-1)?.photo).toMatchObject({ decoded: false, hash: null });
  });
});

chapter("the reviewer", () => {
  step("reads what the photos showed, with the town and quarter they came from", async () => {
    await submit(puming);
    const review = world.who("county_reviewer", "lanxian").card("待审核");
    expect(review.words).toContain("有一张照片与北武当镇2026年第三季度的一张看起来相同");
    expect(review.words).toContain("有一张照片标注拍于 2026年3月2日，不在本季度");
    expect(review.words).toContain("仅供参考，不影响得分");
  });

  step("is told where a photo was taken, in private; nobody else is", async () => {
    const seen = async (person: AtClient) => shownIn((await person.say("普明的照片")).at(-1)).words;
    expect(await seen(world.who("county_reviewer", "lanxian"))).toContain("37.500°N 111.200°E");
    for (const other of [puming, world.who("leader")]) expect(await seen(other)).not.toContain("111.200");
  });

  step("of the second of two towns with the same ratios is told so", async () => {
    await submit(beiwudang);
    const review = world.who("county_reviewer", "fangshan").card("待审核");
    expect(review.words).toContain("各项完成比例与普明镇完全相同");
  });
});

chapter("twins", () => {
  const alikeTo = async (town: string) => (await loadReportContext(world.deps, "2026Q3", town))?.alike;

  step("are found in a database of a version that did not store what they are looked up by", async () => {
    await world.deps.db.run(sql`update report set alike = null`);
    expect(await alikeTo("puming")).toEqual([]);
    await learnAlike(world.deps);
    expect(await alikeTo("puming")).toEqual(["beiwudang"]);
    expect(await alikeTo("beiwudang")).toEqual(["puming"]);
  });

  step("are none any longer once the year's plan tells them apart", async () => {
    const before = await loadPlan(world.deps.db, 2026, "puming");
    const force = async (after: YearPlan) => {
      const { writes } = await planWrites(world.deps, 2026, [{ town: "puming", before, after }], "t");
      await commit(world.deps.db, { audit: null, writes }, world.clock.now());
    };
    await force({ ...before, schedule: [0.1, 0.2, 0.5, 1] });
    expect([await alikeTo("puming"), await alikeTo("beiwudang")]).toEqual([[], []]);
    await force(before);
    expect(await alikeTo("puming")).toEqual(["beiwudang"]);
  });
});

chapter("what lists of all towns show of a report", () => {
  const shown = async () => (await loadBriefs(world.deps, "2026Q3")).map(({ town, brief }) => [town, brief]);

  step("is kept, and the same as computed from all reports anew", async () => {
    const kept = await shown();
    await world.deps.db.run(sql`update report set brief = null`);
    expect(await shown()).toEqual(kept);
    const stored = await listBriefs(world.deps.db, "2026Q3");
    expect(stored.map(({ town, brief }) => [town, brief])).toEqual(kept);
  });

  step("is computed anew when the town's plan or its quarter before changes", async () => {
    const unknown = async () =>
      (await listBriefs(world.deps.db, "2026Q3")).flatMap(({ town, brief }) => (brief ? [] : [town]));
    const before = await loadPlan(world.deps.db, 2026, "puming");
    const change = { town: "puming", before, after: before };
    const { writes } = await planWrites(world.deps, 2026, [change], "t");
    await commit(world.deps.db, { audit: null, writes }, world.clock.now());
    expect(await unknown()).toEqual(["puming"]);
    const last = await findReport(world.deps.db, "2026Q2", "beiwudang");
    if (!last) throw new Error("no report");
    const corrected = saveReport(world.deps.db, { ...last, revision: last.revision + 1 }, "t", 1, "");
    await commit(world.deps.db, { audit: null, writes: corrected }, world.clock.now());
    expect((await unknown()).sort()).toEqual(["beiwudang", "puming"]);
  });
});

chapter("the city office", () => {
  step(
    "sees on the quarter's card what deserves a look, by severity, in facts that take no point",
    async () => {
      await office.say("谁还没报");
      const { words } = progress();
      expect(words).toMatch(/数据体检：建议核实 \d 条，可留意 \d 条/);
      expect(words).toMatch(/建议核实.*普明镇：有一张照片与北武当镇2026年第三季度的一张看起来相同.*可留意/s);
      expect(words).toContain("不影响得分");
    },
  );
});
