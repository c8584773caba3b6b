import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { findPublication } from "../../db/publications.ts";
import { outbox } from "../../db/schema.ts";
import { openPeriod } from "../../src/bot/quarter/open-period.ts";
import { changeReport } from "../../src/bot/report/change-report.ts";
import { loadBasis } from "../../src/bot/report/load-report-contexts.ts";
import { figureInputs } from "../../src/cli/demo/figure-inputs.ts";
import type { Deps } from "../../src/deps.ts";
import type { Role } from "../../src/domain/programme/people.ts";
import { countyOf, townBySlug } from "../../src/domain/programme/programme.ts";
import type { Command } from "../../src/domain/report/command.ts";
import { INVESTMENT } from "../../src/domain/report/content.ts";
import { loadProgramme, packPath } from "../../src/load-programme.ts";
import { shownIn } from "../bot/at-client.ts";
import { encrypt, envelope, sealed, signed } from "../feishu/sealed.ts";
import { handIn, tap } from "./five-towns.ts";
import { quarter, smallDemo } from "./quarter-on-disk.ts";
import { type RemoteCity, startRemoteCity } from "./remote/city.ts";
import { startInWorkerd } from "./remote/hosts.ts";

// The Worker as built by wrangler with another city's pack, in the local workerd, with a database over HTTP and a bucket:
// guards against code that only works in Node or for one city. The last of five towns reports; the quarter is published.

const PACK = "five-towns";
const programme = loadProgramme(PACK);
/** What the towns report of every item, %. */
const DONE: Record<string, number> = { hekou: 90, lianxi: 60, taoye: 30, zhuyuan: 100, chaling: 75 };

let city: RemoteCity;
let url = "";

beforeAll(async () => {
  const towns = Object.keys(DONE);
  const plan = { investment: 1000, dueFrom: { "streets.1": 3, "lake.1": 3, "lodging.1": 3 }, projects: [] };
  const five = {
    ...smallDemo(),
    people: [
      someone("city_office"),
      someone("leader"),
      ...programme.counties.map(({ slug }) => someone("county_reviewer", slug)),
      ...towns.map((town) => someone("town_official", town)),
    ],
    plans: { "2026": Object.fromEntries(towns.map((town) => [town, plan])) },
    history: [],
    figures: {},
  };
  city = await startRemoteCity(
    five,
    [(env, folder) => startInWorkerd(env, folder, packPath(PACK))],
    async (deps) => {
      await openPeriod(deps, quarter(), "test", []);
      for (const town of towns.slice(1)) await approved(deps, town);
    },
    PACK,
  );
  url = city.hosts[0]?.url ?? "";
});
afterAll(() => city?.close());

/** A town's report as its official and its county left it before the Worker ran. */
async function approved(deps: Deps, town: string): Promise<void> {
  const basis = await loadBasis(deps, quarter(), town);
  const done = DONE[town] ?? 0;
  const shares = Object.fromEntries(programme.areas.map(({ id }) => [id, done / 100]));
  const figures = {
    cumulative: 2 * done,
    sources: { city: 2 * done },
    actual: {},
    shares,
    own: { guests: done },
  };
  const raw = figureInputs(figures, basis);
  const act = (role: Role, area: string, command: Command) =>
    changeReport(deps, quarter(), town, [command], { actor: someone(role, area), inbox: [] });
  await act("town_official", town, { kind: "save", raw, section: INVESTMENT, baseRevision: 1 });
  const submitted = await act("town_official", town, { kind: "submit", photos: {}, withoutPhotos: true });
  const baseRevision = submitted.kind === "unknown" ? 0 : (submitted.context.report.submittedRevision ?? 0);
  await act("county_reviewer", countyOf(programme, townOf(town)).slug, { kind: "approve", baseRevision });
}

function townOf(slug: string) {
  const town = townBySlug(programme, slug);
  if (!town) throw new Error(`no town ${slug}`);
  return town;
}

function someone(role: Role, area = "") {
  const name = `${role} ${area}`;
  const openId = `ou_${role}_${area}`;
  return { openId, name, nameEn: name, role, area, title: name, titleEn: name, locale: "zh-CN" as const };
}

const ask = (path: string, init?: RequestInit) => fetch(`${url}${path}`, init);
const post = (body: BodyInit, headers: Headers = new Headers()) =>
  ask("/feishu/webhook", { method: "POST", body, headers });
const official = (town: string) => city.who("town_official", town);

describe("the Worker of another city", () => {
  it("is alive and ready", async () => {
    expect((await ask("/healthz")).status).toBe(200);
    expect(await (await ask("/readyz")).text()).toBe("ready\n");
  });

  it("answers an encrypted challenge within a second", async () => {
    const document = { challenge: "hello", token: city.app.verification_token, type: "url_verification" };
    const answer = await post(
      JSON.stringify({ encrypt: encrypt(JSON.stringify(document), city.app.encrypt_key) }),
    );
    expect([answer.status, await answer.json()]).toEqual([200, { challenge: "hello" }]);
  });

  it("refuses a wrong signature and garbage", async () => {
    const body = sealed({});
    expect((await post(body, signed(body, Date.now(), "another key").headers)).status).toBe(401);
    expect((await post("{")).status).toBe(400);
  });

  it("sends what waited, by the minute", async () => {
    expect((await ask("/__scheduled?cron=*+*+*+*+*")).status).toBe(200);
    expect(official("hekou").card("2026年第三季度").words).toContain("填写");
  });

  it("answers what comes at the same time, each by itself", async () => {
    const questions = Array.from({ length: 12 }, (_, n) => {
      const message = {
        ...{ message_id: `om_many_${n}`, chat_id: "oc_many", chat_type: "p2p", message_type: "text" },
        ...{ create_time: String(Date.now()), content: JSON.stringify({ text: "什么时候截止" }) },
      };
      const event = {
        sender: { sender_id: { open_id: city.who("leader").openId }, sender_type: "user" },
        message,
      };
      const { verification_token, app_id, encrypt_key } = city.app;
      const header = { event_id: `many-${n}`, token: verification_token, app_id };
      const body = JSON.stringify(envelope("im.message.receive_v1", event, header));
      return JSON.stringify({ encrypt: encrypt(body, encrypt_key) });
    });
    const answers = await Promise.all(
      questions.map(async (body) => {
        const sent = signed(body, Date.now(), city.app.encrypt_key);
        return (await post(sent.body, sent.headers)).status;
      }),
    );
    expect(answers).toEqual(questions.map(() => 200));
    await city.settle();
  });

  it("takes a town's figures and photo, its county's word and the office's, and answers with the ranking", async () => {
    const person = official("hekou");
    const handed = await handIn(person, person.card("2026年第三季度"), DONE.hekou ?? 0);
    expect(handed.words).toContain("已提交");
    // The photo went through the bucket.
    expect(JSON.stringify(person.again(handed).card)).toMatch(/"img_combination".*"img_key":"img_v3_/);
    const reviewer = city.who("county_reviewer", "yunting");
    expect((await tap(reviewer, reviewer.card("待审核"), "approve")).toast).toContain("已通过");
    const office = city.who("city_office");
    await office.say("谁还没报");
    await tap(office, office.card("报送进度"), "quarter__provisional");
    await city.moveTo("2026-10-16T09:30:00+08:00");
    await office.say("谁还没报");
    const published = await tap(office, office.card("报送进度"), "quarter__publish");
    expect(published.toast).toContain("已发布");
    const rows = (await findPublication(city.db, quarter()))?.result.rows ?? [];
    expect(rows.map(({ town }) => town)).toEqual(["zhuyuan", "hekou", "chaling", "lianxi", "taoye"]);
    const [answer] = await city.who("leader").say("排名");
    expect(shownIn(answer).words).toContain("竹源");
  });

  it("leaves a sound database behind", async () => {
    expect(await verifyAudit(city.db)).toMatchObject({ ok: true });
    const said = await city.db.select().from(outbox);
    expect(said.filter(({ status }) => status === "dead")).toEqual([]);
  });
});
