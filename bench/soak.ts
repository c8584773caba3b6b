import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PRODUCT, ROOT, refresh } from "../build/bundle.mjs";
import { actionToken } from "../cards/action.ts";
import { commit } from "../db/commit.ts";
import { rootMessage } from "../db/database-unusable.ts";
import { openDatabase } from "../db/open.ts";
import { putPerson } from "../db/roster.ts";
import { openPeriod } from "../src/bot/quarter/open-period.ts";
import { loadProgramme } from "../src/load-programme.ts";
import { depsOver, NOW } from "./bench-deps.ts";
import { SECRETS, signedRequest } from "./signed-request.ts";
import { type Held, heldNow, inWords, verdict } from "./soak-memory.ts";

// The bot as in production under 200 events a second for 20 minutes: mostly what groups say to each other, with questions,
// menu taps, saves and deliveries that come twice among it. Prints its memory at forty moments, of what it is, and whether it
// is flat: npx tsx bench/soak.ts [--minutes 20] [--rate 200]

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "20" },
    rate: { type: "string", default: "200" },
  },
});
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
/** People who ask, each far below the limit of a minute; a prime, so that all of them ask everything. */
const PEOPLE = 307;
/**
 * Of so many events four are questions, each with an answer, and two are saves: 13 answers a second at 200 events. The
 * platform takes 16 messages a second (src/feishu/rate-limit.ts), and whoever asks more than that for twenty minutes waits
 * for the answers ever longer, whatever the bot does.
 */
const MIX = 60;
/** So many events later some come again. */
const AGAIN = 10 * MIX;
const TICK = 50;
const LOOKS = 40;
const PERIOD = "2026Q3";
const folder = mkdtempSync(join(tmpdir(), "tentowns-soak-"));
const memory = join(folder, "memory");
mkdirSync(memory);

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
    ...{ NODE_OPTIONS: `--import ${new URL("./memory-probe.mjs", import.meta.url)}`, MEMORY_FOLDER: memory },
    MEMORY_EVERY: String((minutes * 60_000) / LOOKS),
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
  const asker = askerOf(n);
  const kind = n % MIX;
  if (kind < 3)
    return message(id, asker, { text: ["排名", "碛口怎么样", "谁还没报"][kind] ?? "", group: false });
  if (kind === 3)
    return signedRequest(
      "application.bot.menu_v6",
      { operator: { operator_id: { open_id: asker } }, event_key: "help" },
      id,
    );
  if (kind === 5 || kind === 35) return save(id, towns[Math.floor((n * 2) / MIX) % towns.length] ?? "", n);
  // What was delivered before comes again.
  const before = n - kind - AGAIN;
  if (kind === 4 && before >= 0)
    return message(`event${before}`, askerOf(before), { text: "排名", group: false });
  return message(id, asker, { text: "大家好，下午两点开会", group: true });
}

function askerOf(n: number): string {
  return `ou_asker${n % PEOPLE}`;
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
  const held: Held[] = [];
  const counts = { sent: 0, taken: 0, refused: 0 };
  const reasons = new Map<string, number>();
  const refuse = (reason: string): void => {
    counts.refused += 1;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  };
  let longest = 0;
  let looks = 1;
  while (performance.now() < ends) {
    const owed = Math.floor(((performance.now() - started) / 1_000) * rate);
    for (; counts.sent < owed; counts.sent += 1) {
      const before = performance.now();
      fetch(hook, event(counts.sent))
        .then(async (answer) => {
          hear(await answer.text());
          if (answer.status === 200) counts.taken += 1;
          else refuse(`status ${answer.status}`);
          longest = Math.max(longest, performance.now() - before);
        })
        .catch((error: unknown) => refuse(rootMessage(error)));
    }
    const now = performance.now() - started;
    const found = now > (looks * minutes * 60_000) / LOOKS ? heldNow(memory) : null;
    if (found) {
      looks += 1;
      held.push(found);
      console.log(
        `${(now / 60_000).toFixed(1)} min: ${found.processes} processes, ${inWords(found)}, ${counts.taken} events taken, ${counts.refused} not, ${saved} saves, ${messages} messages out, longest wait ${Math.round(longest)} ms`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, TICK));
  }
  const { flat, words } = verdict(held);
  const second = counts.taken / ((performance.now() - started) / 1_000);
  console.log(`${Math.round(second)} events a second, ${counts.refused} not taken; memory ${words}`);
  if (reasons.size > 0) console.table(Object.fromEntries(reasons));
  if (!flat || counts.refused > 0) process.exitCode = 1;
}
