import { parseArgs } from "node:util";
import type { CardMode } from "./card-rules/rule-book.ts";
import type { SandboxOptions } from "./sandbox-options.ts";

const USAGE = [
  "[--port 4100] [--host 127.0.0.1] [--https PORT] [--config FILE] [--script FILE] [--data DIR]",
  "run [the same] [--proxy] -- COMMAND …",
  "check FILE [--documented]",
].map((line) => `feishu-sandbox ${line}`);

/** The parsed command line. */
export type Asked = ServeAsked | CheckAsked;

/** A card file to check, and the mode whose verdict decides the exit code. */
export type CheckAsked = { check: { file: string; mode: CardMode } };

export type ServeAsked = {
  options: SandboxOptions;
  configFile?: string;
  scriptFile?: string;
  /** A program to run with the platform's hosts redirected to the sandbox. */
  run?: { command: string[]; way: "preload" | "proxy" };
};

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  https: { type: "string" },
  config: { type: "string" },
  script: { type: "string" },
  data: { type: "string" },
  proxy: { type: "boolean" },
} as const;

/** Parses the command line; a refusal has the reason and the usage. */
export function readArguments(args: string[]): { ok: true; asked: Asked } | { ok: false; error: string } {
  try {
    return { ok: true, asked: asked(args) };
  } catch (error) {
    return { ok: false, error: [error instanceof Error ? error.message : error, ...USAGE].join("\n") };
  }
}

function asked(args: string[]): Asked {
  return args[0] === "check" ? checkAsked(args.slice(1)) : serveAsked(args);
}

function checkAsked(args: string[]): CheckAsked {
  const options = { documented: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error("check takes one file");
  return { check: { file, mode: values.documented === true ? "documented" : "observed" } };
}

function serveAsked(args: string[]): ServeAsked {
  const isRun = args[0] === "run";
  const dashes = args.indexOf("--");
  const own = args.slice(isRun ? 1 : 0, dashes === -1 ? undefined : dashes);
  const { values } = parseArgs({ args: own, options: OPTIONS });
  const command = dashes === -1 ? [] : args.slice(dashes + 1);
  if (isRun !== command.length > 0) throw new Error("run takes a program after --, and only run does");
  const https = values.https === undefined && isRun ? "0" : values.https;
  return {
    options: {
      // With a program to run, any free port is used by default.
      port: portOf("port", values.port ?? (isRun ? "0" : "4100")),
      host: values.host ?? "127.0.0.1",
      ...(values.data === undefined ? {} : { data: values.data }),
      ...(https === undefined ? {} : { https: { port: portOf("https", https) } }),
    },
    ...(values.config === undefined ? {} : { configFile: values.config }),
    ...(values.script === undefined ? {} : { scriptFile: values.script }),
    ...(isRun ? { run: { command, way: values.proxy === true ? "proxy" : "preload" } } : {}),
  };
}

function portOf(name: string, given: string): number {
  const port = Number(given);
  if (given !== "" && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`--${name} ${given} is no port`);
}
