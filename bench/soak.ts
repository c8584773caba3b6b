import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PRODUCT, ROOT, refresh } from "../build/bundle.mjs";
import { actionToken } from "../cards/action.ts";
import { commit } from "../db/commit.ts";
import { openDatabase } from "../db/open.ts";
import { putPerson } from "../db/roster.ts";
import { openPeriod } from "../src/bot/quarter/open-period.ts";
import { loadProgramme } from "../src/load-programme.ts";
import { depsOver, NOW } from "./bench-deps.ts";
import { SECRETS, signedRequest } from "./signed-request.ts";

// The bot as in production under 200 events a second for 20 minutes: mostly what groups say to each other, with questions,
// menu taps, saves and deliveries that come twice among it. Prints its memory at forty moments, and whether it is flat:
// npx tsx bench/soak.ts [--minutes 20] [--rate 200]

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "20" },
    rate: { type: "string", default: "200" },
  },
});
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
/** People who ask; each stays far below the limit of a minute. */
const PEOPLE = 300;
const TICK = 50;
const LOOKS = 40;
const PERIOD = "2026Q3";
const folder = mkdtempSync(join(tmpdir(), "tentowns-soak-"));

const platform = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answerOf(request.url ?? "")));
  });
}).listen(0, "127.0.0.1");
await new Promise((resolve) => platform.once("listening", resolve));
const at = platform.address();
const domain = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;

let messages = 0;
let saved = 0;
function answerOf(url: string): unknown {
  if (url.includes("tenant_access_token")) return { code: 0, tenant_access_token: "t-soak", expire: 7200 };
  if (url.includes("/bot/v3/info")) return { code: 0, bot: { open_id: "ou_bot", app_name: "bot" } };
  messages += 1;
  return { code: 0, data: { message_id: `om_out${messages}`, chat_id: `oc_${messages % PEOPLE}` } };
}

await refresh({ page: false });
const towns = await furnish();
/** The newest revision of each town's report, as the answers to its presses say. */
const revisions = new Map(towns.map((town) => [town, "1"]));
const bot = spawn(process.execPath, [join(ROOT, PRODUCT.folder, "bot.mjs")], {
  env: {
    ...{ PATH: process.env.PATH ?? "", PORT: "0", NODE_ENV: "production" },
    ...{ ...SECRETS, FEISHU_DOMAIN: domain, DATABASE_URL: `file:${folder}/soak.db` },
    ...{ EVIDENCE_URL: `file:${folder}/evidence`, HOST: "127.0.0.1" },
  },
  stdio: ["ignore", "ignore", "pipe"],
});
const hook = `http://127.0.0.1:${await portOf(bot)}/feishu/webhook`;
try {
  await soak();
} finally {
  bot.kill();
  platform.close();
  platform.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

/** The towns, whose quarter is open. */
async function furnish(): Promise<string[]> {
  const { db, close } = await openDatabase(`file:${folder}/soak.db`);
  const programme = loadProgramme("luliang-ten-towns");
  const deps = depsOver(db, programme, folder);
  const officials = programme.towns.map(({ slug, name }) =>
    putPerson(db, { openId: `ou_${slug}`, name, role: "town_official", area: slug, locale: "zh-CN" }),
  );
  const askers = Array.from({ length: PEOPLE }, (_, n) =>
    putPerson(db, { openId: `ou_asker${n}`, name: `干部${n}`, role: "leader", area: "", locale: "zh-CN" }),
  );
  const audit = { actor: "soak", kind: "people", subject: "" };
  await commit(db, { audit, writes: [...officials, ...askers] }, NOW);
  await openPeriod(deps, PERIOD, "soak", []);
  close();
  return programme.towns.map(({ slug }) => slug);
}

async function portOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      if (said.length > 10_000) return;
      said += chunk.toString();
      const [, port] = /"what":"listening","port":(\d+)/.exec(said) ?? [];
      if (port !== undefined) resolve(port);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

/** The nth event of the mix. */
function event(n: number): RequestInit {
  const id = `event${n}`;
  const asker = `ou_asker${n % PEOPLE}`;
  const kind = n % 40;
  if (kind < 3)
    return message(id, asker, { text: ["排名", "碛口怎么样", "谁还没报"][kind] ?? "", group: false });
  if (kind === 3)
    return signedRequest(
      "application.bot.menu_v6",
      { operator: { operator_id: { open_id: asker } }, event_key: "help" },
      id,
    );
  if (kind === 5) return save(id, towns[Math.floor(n / 40) % towns.length] ?? "", n);
  // What was delivered before comes again.
  if (kind === 4 && n > 400) return message(`event${n - 400 - 4}`, asker, { text: "排名", group: false });
  return message(id, asker, { text: "大家好，下午两点开会", group: true });
}

function message(id: string, openId: string, { text, group }: { text: string; group: boolean }): RequestInit {
  const event = {
    sender: { sender_id: { open_id: openId }, sender_type: "user", tenant_key: "soak" },
    message: {
      ...{ message_id: `om_${id}`, create_time: String(Date.now()), update_time: String(Date.now()) },
      ...{ chat_id: group ? "oc_group" : `oc_${openId}`, chat_type: group ? "group" : "p2p" },
      ...{ message_type: "text", content: JSON.stringify({ text }) },
    },
  };
  return signedRequest("im.message.receive_v1", event, id);
}

function save(id: string, town: string, n: number): RequestInit {
  const fields = { period: PERIOD, town, section: "investment", revision: revisions.get(town) ?? "" };
  // biome-ignore lint/suspicious/noThenProperty: a field of the token, never a promise
  const action = actionToken({ kind: "save", ...fields, then: "overview" });
  const event = {
    operator: { open_id: `ou_${town}` },
    token: "c-soak",
    action: {
      ...{ tag: "button", name: action, value: { action } },
      form_value: { "investment/words": `第${n}次说明` },
    },
    context: { open_message_id: `om_form_${town}`, open_chat_id: `oc_form_${town}` },
  };
  return signedRequest("card.action.trigger", event, id);
}

/** Notes a save, and the revision it made. */
function hear(said: string): void {
  const [, town, revision] = /open__2026Q3__(\w+?)__\w+?__(\d+)/.exec(said) ?? [];
  if (town === undefined || revision === undefined) return;
  revisions.set(town, revision);
  if (said.includes("已保存")) saved += 1;
}

async function soak(): Promise<void> {
  const started = performance.now();
  const ends = started + minutes * 60_000;
  const sizes: Array<{ at: number; mb: number }> = [];
  const counts = { sent: 0, taken: 0, refused: 0 };
  let longest = 0;
  let looked = 0;
  while (performance.now() < ends) {
    const owed = Math.floor(((performance.now() - started) / 1_000) * rate);
    for (; counts.sent < owed; counts.sent += 1) {
      const before = performance.now();
      fetch(hook, event(counts.sent))
        .then(async (answer) => {
          hear(await answer.text());
          counts[answer.status === 200 ? "taken" : "refused"] += 1;
          longest = Math.max(longest, performance.now() - before);
        })
        .catch(() => {
          counts.refused += 1;
        });
    }
    if (performance.now() - looked > (minutes * 60_000) / LOOKS || looked === 0) {
      looked = performance.now();
      const mb = memoryOf(bot);
      sizes.push({ at: (looked - started) / 60_000, mb });
      console.log(
        `${((looked - started) / 60_000).toFixed(1)} min: ${mb} MB, ${counts.taken} events taken, ${counts.refused} not, ${saved} saves, ${messages} messages out, longest wait ${Math.round(longest)} ms`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, TICK));
  }
  summary(sizes, counts, (performance.now() - started) / 1_000);
}

/** Flat: the last third is no more than a tenth above the third before it. */
function summary(
  sizes: ReadonlyArray<{ mb: number }>,
  counts: { taken: number; refused: number },
  seconds: number,
): void {
  const third = Math.floor(sizes.length / 3);
  const mean = (part: ReadonlyArray<{ mb: number }>) =>
    part.reduce((sum, { mb }) => sum + mb, 0) / Math.max(1, part.length);
  const [middle, last] = [mean(sizes.slice(third, 2 * third)), mean(sizes.slice(2 * third))];
  console.log(
    `${Math.round(counts.taken / seconds)} events a second, ${counts.refused} not taken; memory ${middle.toFixed(0)} MB in the middle third, ${last.toFixed(0)} MB in the last: ${last <= middle * 1.1 ? "flat" : "growing"}`,
  );
  if (last > middle * 1.1 || counts.refused > 0) process.exitCode = 1;
}

/** Resident memory of the bot and the processes it started, MB. */
function memoryOf({ pid }: ChildProcess): number {
  const kilobytes = familyOf(String(pid)).map((one) => {
    const [, size = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, "utf8")) ?? [];
    return Number(size);
  });
  return Math.round(kilobytes.reduce((sum, size) => sum + size, 0) / 1024);
}

function familyOf(pid: string): string[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return [pid, ...children.flatMap(familyOf)];
}
