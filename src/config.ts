import * as z from "zod";
import { readList } from "./domain/reading/read-list.ts";
import { withoutUnseen } from "./domain/reading/readable.ts";

const SECRETS = [
  "FEISHU_APP_ID",
  "FEISHU_APP_SECRET",
  "FEISHU_ENCRYPT_KEY",
  "FEISHU_VERIFICATION_TOKEN",
] as const;
/** Hosts where a rehearsal is refused, because real people would get its messages. */
const REAL_PLATFORM = /(^|\.)(feishu\.cn|larksuite\.com)\.?$/;

/** Copied values bring characters nobody sees, and quotes that only a shell would take off. */
const optional = z
  .string()
  .optional()
  .transform((text) => {
    const seen = withoutUnseen(text ?? "").trim();
    const plain = /^(["'])(.*)\1$/.exec(seen)?.[2] ?? seen;
    return plain === "" ? undefined : plain;
  });
const OPEN_ID = /^ou_[A-Za-z0-9_-]{1,64}$/;

const webUrl = (message: string) => z.url({ protocol: /^https?$/, error: message });

const PORT_RANGE = "must be a port number, 0 to 65535";
const port = (usual: number) =>
  optional
    .refine((text) => text === undefined || /^\d{1,5}$/.test(text), PORT_RANGE)
    .transform((text) => (text === undefined ? usual : Number.parseInt(text, 10)))
    .pipe(z.number().max(65535, PORT_RANGE));

const WORKERS_RANGE = "must be a number of processes, 1 to 16";

const oneOf = <const T extends string>(values: readonly T[]) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

const envSchema = z.object({
  FEISHU_APP_ID: optional,
  FEISHU_APP_SECRET: optional,
  FEISHU_ENCRYPT_KEY: optional,
  FEISHU_VERIFICATION_TOKEN: optional,
  FEISHU_OLD_ENCRYPT_KEY: optional,
  FEISHU_OLD_ENCRYPT_KEY_UNTIL: optional.pipe(
    z.iso.datetime({ offset: true, message: "must be an ISO time with an offset" }).optional(),
  ),
  FEISHU_DOMAIN: optional.pipe(
    webUrl("must be a URL such as https://open.feishu.cn").default("https://open.feishu.cn"),
  ),
  FEISHU_EVENTS: optional.pipe(oneOf(["webhook", "long-connection"]).default("webhook")),
  DATABASE_URL: optional.pipe(
    z
      .string()
      .regex(/^(file|libsql|https?|wss?):/, "must start with file:, libsql: or https:")
      .default("file:data/tentowns.db"),
  ),
  DATABASE_AUTH_TOKEN: optional,
  EVIDENCE_URL: optional.pipe(
    z
      .string()
      .regex(/^(file:.+|r2:)$/, "must be file:FOLDER, or r2: on Workers")
      .default("file:data/evidence"),
  ),
  PROGRAMME: optional.pipe(z.string().default("luliang-ten-towns")),
  /** Checked, because installations set it; nothing is built from it yet. */
  PUBLIC_URL: optional.pipe(webUrl("must be a URL such as https://tentowns.example.org").optional()),
  ADMIN_OPEN_IDS: optional
    .transform((text) => readList(text ?? ""))
    .pipe(
      z.array(
        z
          .string()
          .regex(OPEN_ID, "every item must be an open_id, which begins with ou_; separate them by commas"),
      ),
    ),
  PORT: port(3000),
  HOST: optional,
  METRICS_TOKEN: optional,
  SANDBOX_PORT: port(4100),
  WORKERS: optional
    .refine((text) => text === undefined || /^(?:[1-9]|1[0-6])$/.test(text), WORKERS_RANGE)
    .transform((text) => (text === undefined ? null : Number(text))),
  LOG_LEVEL: optional.pipe(oneOf(["debug", "info", "warn", "error"]).default("info")),
  REHEARSAL_NOW: optional.pipe(
    z.iso.datetime({ offset: true, message: "must be an ISO time with an offset" }).optional(),
  ),
});

export type Secrets = {
  appId: string;
  appSecret: string;
  encryptKey: string;
  verificationToken: string;
  /** The key before a change of it: accepted until a time, UTC ms. */
  oldEncryptKey?: { key: string; until: number };
};
export type Config = {
  /** Null: sandbox mode, no Feishu account needed. */
  secrets: Secrets | null;
  feishuDomain: string;
  events: "webhook" | "long-connection";
  databaseUrl: string;
  databaseAuthToken: string | undefined;
  evidenceUrl: string;
  programme: string;
  adminOpenIds: string[];
  port: number;
  /** The address to listen on: in sandbox mode this machine only. */
  host: string;
  /** Without one, `/metrics` answers this machine only. */
  metricsToken: string | undefined;
  /** The local Feishu's page in sandbox mode; 0 where PORT is: any free one. */
  sandboxPort: number;
  /** Processes that take in presses and messages; null: as many as cores. */
  workers: number | null;
  logLevel: "debug" | "info" | "warn" | "error";
  /** UTC ms at which the programme clock starts; null: real time. */
  rehearsalNow: number | null;
};

/**
 * Values that must not appear in logs or errors: Feishu's credentials except the app id, the tokens of database and
 * metrics, and what a database's URL holds of the kind.
 */
export function secretsOf({ secrets, databaseUrl, databaseAuthToken, metricsToken }: Config): string[] {
  const { appSecret, encryptKey, verificationToken, oldEncryptKey } = secrets ?? {};
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  const inUrl = url ? [url.password, url.searchParams.get("authToken")] : [];
  const own = [appSecret, encryptKey, verificationToken, oldEncryptKey?.key, databaseAuthToken, metricsToken];
  return [...own, ...inUrl].flatMap((one) => one || []);
}

/** The environment is invalid: one line for each wrong variable. */
export class BadConfig extends Error {
  override name = "BadConfig";
}

/**
 * Reads the environment (design.md 10). No credentials at all means sandbox mode; some but not all, an unreadable
 * value, or a rehearsal against the real platform is refused, naming every wrong variable, its value (masked where it may
 * be secret or a person's) and the repair.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const parsed = envSchema.safeParse(env);
  const secrets = SECRETS.map((name) => env[name]);
  const wrong = [
    ...(parsed.error?.issues ?? []).map(({ path: [name = "", item], message }) =>
      wrongValue({ name: String(name), value: env[String(name)] ?? "", item }, message, secrets),
    ),
    ...missingSecrets(env),
    ...(parsed.success ? [...rehearsalProblems(parsed.data), ...oldKeyProblems(parsed.data)] : []),
  ];
  if (!parsed.success || wrong.length > 0) throw new BadConfig(wrong.join("\n"));
  const e = parsed.data;
  return {
    secrets: readSecrets(e),
    feishuDomain: e.FEISHU_DOMAIN,
    events: e.FEISHU_EVENTS,
    databaseUrl: e.DATABASE_URL,
    databaseAuthToken: e.DATABASE_AUTH_TOKEN,
    evidenceUrl: e.EVIDENCE_URL,
    programme: e.PROGRAMME,
    adminOpenIds: e.ADMIN_OPEN_IDS,
    port: e.PORT,
    host: e.HOST ?? (readSecrets(e) ? "0.0.0.0" : "127.0.0.1"),
    metricsToken: e.METRICS_TOKEN,
    sandboxPort: e.PORT === 0 ? 0 : e.SANDBOX_PORT,
    workers: e.WORKERS,
    logLevel: e.LOG_LEVEL,
    rehearsalNow: e.REHEARSAL_NOW === undefined ? null : Date.parse(e.REHEARSAL_NOW),
  };
}

/** Variables whose values are shown when they are wrong; of all others only the beginning is. */
const SHOWN = [
  "FEISHU_DOMAIN",
  "FEISHU_EVENTS",
  "PUBLIC_URL",
  "PORT",
  "SANDBOX_PORT",
  "WORKERS",
  "LOG_LEVEL",
  "REHEARSAL_NOW",
];

function wrongValue(
  { name, value, item }: { name: string; value: string; item: PropertyKey | undefined },
  message: string,
  secrets: ReadonlyArray<string | undefined>,
): string {
  const wrong = typeof item === "number" ? (readList(value)[item] ?? "") : value.trim();
  // A secret may have been set under another's name.
  const shown =
    SHOWN.includes(name) && !secrets.includes(value)
      ? wrong
      : wrong.length > 3
        ? `${wrong.slice(0, 3)}…`
        : "…";
  return `${name}: ${message}; it is “${shown}”`;
}

function missingSecrets(env: Record<string, string | undefined>): string[] {
  const missing = SECRETS.filter((name) => withoutUnseen(env[name] ?? "").trim() === "");
  if (missing.length === SECRETS.length) return [];
  return missing.map((name) => `${name}: missing; set all four secrets, or none for the sandbox`);
}

function rehearsalProblems(e: z.infer<typeof envSchema>): string[] {
  const real = e.FEISHU_APP_ID && REAL_PLATFORM.test(new URL(e.FEISHU_DOMAIN).hostname);
  if (e.REHEARSAL_NOW === undefined || !real) return [];
  return [
    "REHEARSAL_NOW: a rehearsal on the real Feishu would write to real people; unset it, or point FEISHU_DOMAIN at a sandbox",
  ];
}

function oldKeyProblems(e: z.infer<typeof envSchema>): string[] {
  if ((e.FEISHU_OLD_ENCRYPT_KEY === undefined) === (e.FEISHU_OLD_ENCRYPT_KEY_UNTIL === undefined)) return [];
  return [
    "FEISHU_OLD_ENCRYPT_KEY: set it together with FEISHU_OLD_ENCRYPT_KEY_UNTIL, the time until which it is accepted",
  ];
}

function readSecrets(e: z.infer<typeof envSchema>): Secrets | null {
  const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret } = e;
  const { FEISHU_ENCRYPT_KEY: encryptKey, FEISHU_VERIFICATION_TOKEN: verificationToken } = e;
  if (!appId || !appSecret || !encryptKey || !verificationToken) return null;
  const { FEISHU_OLD_ENCRYPT_KEY: key, FEISHU_OLD_ENCRYPT_KEY_UNTIL: until } = e;
  const old = key !== undefined && until !== undefined && { key, until: Date.parse(until) };
  return { appId, appSecret, encryptKey, verificationToken, ...(old && { oldEncryptKey: old }) };
}
