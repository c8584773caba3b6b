import { readFile } from "node:fs/promises";
import { checkFile } from "./check-file.ts";
import { parseJson } from "./parse-json.ts";
import { readArguments } from "./read-arguments.ts";
import { readConfig } from "./read-config.ts";
import { runCommand } from "./redirect/run-command.ts";
import { loadScript } from "./scripts/load-script.ts";
import { playWhenReachable } from "./scripts/play-when-reachable.ts";
import { startSandbox } from "./start.ts";

function stop(message: string, status: 1 | 2): never {
  console.error(message);
  process.exit(status);
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const taken = "code" in error && error.code === "EADDRINUSE" && "port" in error;
  return taken
    ? `port ${error.port} is taken by another program: choose another with --port; 0 is any free one`
    : error.message;
}

async function readConfigFile(file: string) {
  const text = await readFile(file, "utf8").catch((error: unknown) => stop(`${file}: ${error}`, 1));
  const json = parseJson(text);
  if (json === undefined) stop(`${file} is not JSON`, 1);
  const read = readConfig(json);
  return read.ok ? read.config : stop(`${file} is wrong:\n${read.problems.join("\n")}`, 1);
}

async function readScriptFile(path: string) {
  const loaded = await loadScript(path);
  return loaded.ok ? loaded.script : stop(`${path} is wrong:\n${loaded.problems.join("\n")}`, 1);
}

const read = readArguments(process.argv.slice(2));
if (!read.ok) stop(read.error, 2);
if ("check" in read.asked) {
  const { line, status } = await checkFile(read.asked.check);
  console.log(line);
  process.exit(status);
}
const { options, configFile, scriptFile, run } = read.asked;
const config = configFile === undefined ? {} : await readConfigFile(configFile);
const script = scriptFile === undefined ? undefined : await readScriptFile(scriptFile);
const sandbox = await startSandbox(config, options).catch((error: unknown) => stop(whyNot(error), 1));
const [app] = sandbox.apps;
const { url, https } = sandbox;
const line = JSON.stringify({ url, ...(https && { https_url: https.url }), ...app });
// With `run`, standard output is left to the program.
if (run === undefined) console.log(line);
else console.error(line);
if (script !== undefined) void playWhenReachable(sandbox, script);

if (run !== undefined && https !== undefined) {
  const front = { url, httpsUrl: https.url, certificate: https.certificate };
  const status = await runCommand(front, run.command, process.env, run.way);
  await sandbox.close();
  process.exit(status);
}
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
