import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { menuOf, QUESTIONS } from "../../../cards/ask/questions.ts";
import { BadConfig, type Config } from "../../config.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { shanghaiTime } from "../../domain/calendar/shanghai-time.ts";
import type { Role } from "../../domain/programme/people.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { timetable, UNOPENED } from "../../domain/quarter/timetable.ts";
import { loadProgramme } from "../../load-programme.ts";
import { portProblem } from "../../port-problem.ts";
import { type Demo, loadDemo } from "./demo-file.ts";
import { demoGuide } from "./guide.ts";
import { offeredScripts } from "./script/offered.ts";
import { seedDemo } from "./seed-demo.ts";

/** The groups of the sandbox's people switcher, in both languages. */
const GROUPS: Record<Role, readonly [zh: string, en: string]> = {
  city_office: ["市办公室", "City office"],
  leader: ["领导小组", "Leading group"],
  department: ["责任单位", "Departments"],
  county_reviewer: ["县级审核人", "County reviewers"],
  county_principal: ["县级主要领导", "County principals"],
  town_official: ["镇填报人", "Town officials"],
  town_principal: ["镇主要负责人", "Town principals"],
};

const DATA = "data/sandbox";

/**
 * Sandbox mode: starts the local Feishu with the demo's people and groups and returns a configuration that points to
 * it. Every start resets the demo; a custom database (DATABASE_URL) is never touched, nor are the files of other demos:
 * with PORT=0 several can run at once.
 */
export async function startDemo(
  config: Config,
): Promise<{ config: Config; ready: (deps: Deps) => Promise<void> }> {
  const { startSandbox } = await import("../../sandbox/start.ts");
  const programme = loadProgramme(config.programme);
  const demo = loadDemo(config.programme);
  const now = config.rehearsalNow ?? demo?.current.now ?? Date.now();
  const port = config.port === 0 ? await freePort() : config.port;
  const here = ["0.0.0.0", "::"].includes(config.host) ? "127.0.0.1" : urlHost(config.host);
  const scripts = demo ? offeredScripts({ demo, programme }, programme.short) : [];
  const guide = demo && demoGuide({ demo, programme }, programme.short, scripts);
  const sandbox = await startSandbox(
    {
      ...world(demo, programme.name, programme.short),
      // Its messages begin with the first ranking.
      now: new Date(Math.min(now, demo?.history[0]?.published ?? now)).toISOString(),
      title: programme.name,
      title_en: programme.nameEn,
      moments: demo ? deadlines(demo.current.period, programme) : [],
      scripts,
      ...(guide && { guide }),
      clock_url: `http://${here}:${port}/rehearsal/clock`,
    },
    { port: config.sandboxPort, host: config.host },
  ).catch((error: unknown) => {
    const taken = portProblem(error, "SANDBOX_PORT");
    throw taken === null ? error : new BadConfig(taken);
  });
  const [app] = sandbox.apps;
  if (!app) throw new Error("the sandbox has no app");
  const data = dataFolder(config.port);
  return {
    config: {
      ...config,
      port,
      secrets: {
        appId: app.app_id,
        appSecret: app.app_secret,
        encryptKey: app.encrypt_key,
        verificationToken: app.verification_token,
      },
      feishuDomain: sandbox.url,
      databaseUrl: `file:${data}/tentowns.db`,
      evidenceUrl: `file:${data}/evidence`,
      rehearsalNow: now,
    },
    ready: async (deps) => {
      const url = `http://${here}:${port}/feishu/webhook`;
      const set = await sandbox.setUrls(app.app_id, { event_url: url, callback_url: url });
      if (!set.ok) throw new Error(`the sandbox does not reach the bot: ${set.error}`);
      if (demo) await seedDemo(deps, demo, sandbox.passTo);
      console.log(welcome(sandbox.url, `file:${data}/tentowns.db`));
    },
  };
}

function urlHost(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}

/** The bot's port must be known before it listens, because the sandbox notifies it there when the clock is moved. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** An empty folder: the demo's own, or a temporary one with temporary ports. */
function dataFolder(port: number): string {
  if (port !== 0) {
    rmSync(DATA, { recursive: true, force: true });
    return DATA;
  }
  const folder = mkdtempSync(join(tmpdir(), "tentowns-demo-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function world(demo: Demo | null, name: string, short: string) {
  return {
    apps: [
      {
        name: short,
        // Our own cards are checked against the platform's published tables.
        card_mode: "documented" as const,
        menu: menuOf(QUESTIONS),
      },
    ],
    people: (demo?.people ?? []).map((p) => ({
      open_id: p.openId,
      name: p.name,
      en_name: p.nameEn,
      title: p.title,
      title_en: p.titleEn,
      group: GROUPS[p.role][0],
      group_en: GROUPS[p.role][1],
      locale: p.locale === "en" ? ("en_us" as const) : ("zh_cn" as const),
    })),
    groups: (demo?.groups ?? []).map((g) => ({
      name: g.name,
      en_name: g.nameEn,
      members: g.members,
      chat_id: g.chatId,
      bots: g.kind === null ? [] : [short],
    })),
    title: name,
  };
}

/** 18:00 of the quarter's due and lock days, where known. */
function deadlines(period: PeriodId, programme: Programme) {
  const { due, lock } = timetable(period, programme, UNOPENED, 0);
  const at = (day: string) => new Date(shanghaiTime(day, "17:00")).toISOString();
  return [
    ...(due === null ? [] : [{ title: "截止日 17:00", title_en: "The due day, 17:00", at: at(due) }]),
    ...(lock === null ? [] : [{ title: "锁定日 17:00", title_en: "The lock day, 17:00", at: at(lock) }]),
  ];
}

function welcome(url: string, database: string): string {
  // Without DATABASE_URL the command line takes the database of the demo in its usual folder.
  const where = database === `file:${DATA}/tentowns.db` ? "" : `DATABASE_URL=${database} `;
  return [
    "",
    "  ────────────────────────────────────────────────────────────────",
    "  SANDBOX MODE · 沙盒模式: no Feishu account is used, nothing leaves this machine.",
    `  Open ${url} and choose who you are. 打开上面的地址，选一个身份开始。`,
    "  Everything here is invented and starts anew with every start. 数据均为演示，每次启动重新开始。",
    "  The command line works on the same data, at the same time, from a second terminal; 命令行另开一个终端:",
    `    ${where}npm run tentowns -- roster list`,
    "  For the real Feishu set the four FEISHU_ secrets; see README.md.",
    "  ────────────────────────────────────────────────────────────────",
    "",
  ].join("\n");
}
