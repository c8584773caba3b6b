import * as z from "zod";

const SECRETS = [
  "FEISHU_APP_ID",
  "FEISHU_APP_SECRET",
  "FEISHU_ENCRYPT_KEY",
  "FEISHU_VERIFICATION_TOKEN",
] as const;
/** Hosts where a rehearsal is refused, because real people would get its messages. */
const REAL_PLATFORM = /(^|\.)(feishu\.cn|larksuite\.com)\.?$/;

const optional = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text === "" ? undefined : text));

const webUrl = (message: string) => z.url({ protocol: /^https?$/, error: message });

const port = (usual: number) =>
  optional
    .transform((text) => (text === undefined ? usual : Number(text)))
    .pipe(z.number("must be a port number").int().min(0).max(65535));

const envSchema = z.object({
  FEISHU_APP_ID: optional,
  FEISHU_APP_SECRET: optional,
  FEISHU_ENCRYPT_KEY: optional,
  FEISHU_VERIFICATION_TOKEN: optional,
  FEISHU_DOMAIN: optional.pipe(
    webUrl("must be a URL such as https://open.feishu.cn").default("https://open.feishu.cn"),
  ),
  FEISHU_EVENTS: optional.pipe(z.enum(["webhook", "long-connection"]).default("webhook")),
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
  PUBLIC_URL: optional.pipe(webUrl("must be a URL such as https://tentowns.example.org").optional()),
  ADMIN_OPEN_IDS: optional.transform((text) =>
    (text ?? "")
      .split(",")
      .map((id) => id.trim())
      .filter(Boolean),
  ),
  PORT: port(3000),
  SANDBOX_PORT: port(4100),
  LOG_LEVEL: optional.pipe(z.enum(["debug", "info", "warn", "error"]).default("info")),
  REHEARSAL_NOW: optional.pipe(
    z.iso.datetime({ offset: true, message: "must be an ISO time with an offset" }).optional(),
  ),
});

export type Secrets = { appId: string; appSecret: string; encryptKey: string; verificationToken: string };
export type Config = {
  /** Null: sandbox mode, no Feishu account needed. */
  secrets: Secrets | null;
  feishuDomain: string;
  events: "webhook" | "long-connection";
  databaseUrl: string;
  databaseAuthToken: string | undefined;
  evidenceUrl: string;
  programme: string;
  publicUrl: string | undefined;
  adminOpenIds: string[];
  port: number;
  /** The local Feishu's page in sandbox mode; 0 where PORT is: any free one. */
  sandboxPort: number;
  logLevel: "debug" | "info" | "warn" | "error";
  /** UTC ms at which the programme clock starts; null: real time. */
  rehearsalNow: number | null;
};

/** Values that must not appear in logs or errors: Feishu's credentials except the app id, and the database token. */
export function secretsOf({ secrets, databaseAuthToken }: Config): string[] {
  const { appSecret, encryptKey, verificationToken } = secrets ?? {};
  return [appSecret, encryptKey, verificationToken, databaseAuthToken].filter((one) => one !== undefined);
}

/** The environment is invalid: one line for each wrong variable. */
export class BadConfig extends Error {
  override name = "BadConfig";
}

/**
 * Reads the environment (design.md 10). No credentials at all means sandbox mode; some but not all, an unreadable
 * value, or a rehearsal against the real platform is refused, naming every wrong variable without its value.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const parsed = envSchema.safeParse(env);
  const wrong = [
    ...(parsed.error?.issues ?? []).map((i) => `${i.path.join(".")}: ${i.message}`),
    ...missingSecrets(env),
    ...(parsed.success ? rehearsalProblems(parsed.data) : []),
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
    publicUrl: e.PUBLIC_URL,
    adminOpenIds: e.ADMIN_OPEN_IDS,
    port: e.PORT,
    sandboxPort: e.PORT === 0 ? 0 : e.SANDBOX_PORT,
    logLevel: e.LOG_LEVEL,
    rehearsalNow: e.REHEARSAL_NOW === undefined ? null : Date.parse(e.REHEARSAL_NOW),
  };
}

function missingSecrets(env: Record<string, string | undefined>): string[] {
  const missing = SECRETS.filter((name) => !env[name]?.trim());
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

function readSecrets(e: z.infer<typeof envSchema>): Secrets | null {
  const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret } = e;
  const { FEISHU_ENCRYPT_KEY: encryptKey, FEISHU_VERIFICATION_TOKEN: verificationToken } = e;
  if (!appId || !appSecret || !encryptKey || !verificationToken) return null;
  return { appId, appSecret, encryptKey, verificationToken };
}
