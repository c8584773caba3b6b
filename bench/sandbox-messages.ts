import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { cpuSeconds } from "./measure.ts";
import { postAgain, type RateLimit } from "./post-again.ts";

// Messages a second the sandbox accepts when its limits are off, against a bare Hono server that reads and answers as
// many bytes. Server and client are two processes on one machine; every message is kept, and its exchange too. "perCpuSecond"
// counts the server's own time only, which other work on the machine does not bend.

const SECONDS = 5;
const CONNECTIONS = 32;
const PEOPLE = Array.from({ length: 60 }, (_, n) => ({ open_id: `ou_person${n}`, name: `Person ${n}` }));
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

const startSchema = z.object({
  url: z.string(),
  app_id: z.string().default(""),
  app_secret: z.string().default(""),
});
const tokenSchema = z.object({ tenant_access_token: z.string() });
const running: ChildProcess[] = [];
const folder = await mkdtemp(join(tmpdir(), "tentowns-bench-"));

try {
  const config = join(folder, "sandbox.json");
  await writeFile(config, JSON.stringify({ people: PEOPLE, groups: [], faults: { limits_off: true } }));
  const sandbox = await start("../src/sandbox/main.ts", ["--port", "0", "--config", config]);
  const texts = PEOPLE.map(({ open_id }, n) =>
    message(open_id, "text", { text: `进度 ${n}：`.padEnd(60, "。") }),
  );
  const cards = PEOPLE.map(({ open_id }) => message(open_id, "interactive", card()));
  const authorization = await authorize(sandbox);
  const send = `${sandbox.url}/open-apis/im/v1/messages?receive_id_type=open_id`;
  const headers = { ...JSON_TYPE, authorization };
  const sizes = { answer: await sizeOfAnswer(send, headers, texts[0] ?? "") };
  const echo = await start("./echo-server.ts", [String(sizes.answer)]);

  const rows: Record<string, RateLimit & { perCpuSecond: number }> = {};
  const measure = async (name: string, server: number, url: string, bodies: string[]) => {
    const options = { connections: CONNECTIONS, expected: '{"code":0,' };
    await postAgain(url, headers, bodies, { ...options, seconds: 1 });
    const before = cpuSeconds(running[server]?.pid ?? 0);
    const pace = await postAgain(url, headers, bodies, { ...options, seconds: SECONDS });
    const perCpuSecond = Math.round(
      (pace.perSecond * SECONDS) / (cpuSeconds(running[server]?.pid ?? 0) - before),
    );
    rows[name] = { ...pace, perCpuSecond };
  };
  await measure("bare Hono, text-sized", 1, `${echo.url}/echo`, texts);
  await measure("sandbox, text messages", 0, send, texts);
  await measure("bare Hono, card-sized", 1, `${echo.url}/echo`, cards);
  await measure("sandbox, cards checked", 0, send, cards);
  console.table(rows);
  const bytes = { text: Buffer.byteLength(texts[0] ?? ""), card: Buffer.byteLength(cards[0] ?? "") };
  console.log(`bytes: text ${bytes.text}, card ${bytes.card}; sandbox memory afterwards: ${memoryMb()} MB`);
} finally {
  for (const server of running) server.kill();
  await rm(folder, { recursive: true, force: true });
}

/** Starts a server in a process of its own and reads the JSON line it says hello with. */
function start(file: string, args: string[]): Promise<z.infer<typeof startSchema>> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const server = spawn(process.execPath, ["--import", "tsx", path, ...args], { stdio: [...stdio] });
  running.push(server);
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
    server.stdout?.once("data", (line) => resolve(startSchema.parse(JSON.parse(String(line)))));
  });
}

async function authorize({ url, app_id, app_secret }: z.infer<typeof startSchema>): Promise<string> {
  const body = JSON.stringify({ app_id, app_secret });
  const token = `${url}/open-apis/auth/v3/tenant_access_token/internal`;
  const answer = await fetch(token, { method: "POST", headers: JSON_TYPE, body });
  return `Bearer ${tokenSchema.parse(await answer.json()).tenant_access_token}`;
}

async function sizeOfAnswer(url: string, headers: Record<string, string>, body: string): Promise<number> {
  return (await (await fetch(url, { method: "POST", headers, body })).text()).length;
}

function message(receive_id: string, msg_type: string, content: unknown): string {
  return JSON.stringify({ receive_id, msg_type, content: JSON.stringify(content) });
}

/** A form of the size bots send: a few texts, a dozen inputs, two buttons. */
function card(): unknown {
  const plain = (content: string) => ({ tag: "plain_text", content });
  const inputs = Array.from({ length: 12 }, (_, n) => ({
    tag: "input",
    name: `field${n}`,
    label: plain(`第 ${n + 1} 项完成投资（万元）`),
    placeholder: plain("请填写数字"),
    default_value: String(1000 * n),
  }));
  const submit = {
    tag: "button",
    name: "submit",
    text: plain("提交"),
    form_action_type: "submit",
    behaviors: [{ type: "callback", value: { kind: "submit" } }],
  };
  const elements = [{ tag: "markdown", content: "**三季度** 请在 10 月 15 日前填报" }, ...inputs, submit];
  return {
    schema: "2.0",
    config: { update_multi: true },
    header: { title: plain("碛口镇 · 三季度填报"), template: "blue" },
    body: { elements: [{ tag: "form", name: "report", elements }] },
  };
}

function memoryMb(): number {
  const [, kb] = readFileSync(`/proc/${running[0]?.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/) ?? [];
  return Math.round(Number(kb) / 1024);
}
