import pack from "#pack" with { type: "json" };
import { QUESTIONS } from "../cards/ask/questions.ts";
import { KITS } from "../cards/record/kits.ts";
import { rootMessage } from "../db/database-unusable.ts";
import { type Bucket, bucketStore } from "../db/evidence-store.ts";
import { openRemoteDatabase } from "../db/open-remote.ts";
import { asOwnRequest } from "../db/own-request.ts";
import { putRehearsalClock, rehearsalTime } from "../db/rehearsal-clock.ts";
import { createApp } from "./app.ts";
import { lookAtBytes } from "./bot/evidence/look-at-bytes.ts";
import { beat } from "./bot/heartbeat/beat.ts";
import { createPace } from "./bot/pace.ts";
import { loadAdopted } from "./bot/procedures/effects/adopted.ts";
import { packInForce } from "./bot/procedures/effects/naming.ts";
import { type RehearsalClock, realClock, rehearsalClock } from "./clock.ts";
import { loadConfig, secretsOf } from "./config.ts";
import type { Deps } from "./deps.ts";
import { problemLine } from "./domain/programme/pack-problem.ts";
import { parsePack } from "./domain/programme/programme.ts";
import { createRateLimit } from "./feishu/rate-limit.ts";
import { feishuClient } from "./feishu-client.ts";
import { createLog } from "./log.ts";
import { createCounts } from "./metrics.ts";
import { rehearsalRoutes } from "./rehearsal-routes.ts";

// The Workers entry point: the same routes over Turso or sqld, evidence in a bucket, one Cron Trigger a minute.

type Bindings = Record<string, unknown> & { EVIDENCE?: Bucket };
type Context = { waitUntil: (work: Promise<unknown>) => void };

/** What all requests of an isolate share. `rehearsal`: the clock, where it can be moved. */
type Made = { shared: Omit<Deps, "defer">; rehearsal: RehearsalClock | null };
let made: Made | undefined;
let isLoaded = false;

async function depsFor(
  env: Bindings,
  context: Context,
): Promise<{ deps: Deps; rehearsal: Made["rehearsal"] }> {
  made ??= make(env);
  const { shared, rehearsal } = made;
  const { log } = shared;
  const defer: Deps["defer"] = (work) =>
    context.waitUntil(
      work().catch((error: unknown) => log("error", "background work failed", { error: rootMessage(error) })),
    );
  if (rehearsal) await followClock(shared, rehearsal);
  // What is adopted meanwhile counts from the next request.
  return { deps: { ...shared, defer }, rehearsal };
}

/** Sets a rehearsal's clock to what another isolate has moved it to. */
async function followClock({ db }: Pick<Deps, "db">, clock: RehearsalClock): Promise<void> {
  const shown = await rehearsalTime(db, Date.now());
  if (shown === null) await putRehearsalClock(db, Date.now(), clock.now());
  else clock.moveTo(shown);
}

function make(env: Bindings): Made {
  const texts = Object.entries(env).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const config = loadConfig(Object.fromEntries(texts));
  const { secrets } = config;
  if (!secrets)
    throw new Error("set the four FEISHU_ secrets with `wrangler secret put`; a Worker has no sandbox mode");
  const parsed = parsePack(pack);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join("\n"));
  const { id } = parsed.programme;
  if (texts.some(([name]) => name === "PROGRAMME") && config.programme !== id)
    throw new Error(
      `PROGRAMME: this Worker was built with the pack ${id}; name the file of ${config.programme} as "#pack" in wrangler.toml and deploy again`,
    );
  const log = createLog(config.logLevel, (line) => console.log(line), secretsOf(config));
  const counts = createCounts(() => null);
  const db = openRemoteDatabase(config.databaseUrl, config.databaseAuthToken);
  const rehearsal = config.rehearsalNow === null ? null : rehearsalClock(config.rehearsalNow);
  const shared: Omit<Deps, "defer"> = {
    config,
    db,
    evidence: bucketStore(env.EVIDENCE ?? missingBucket()),
    feishu: feishuClient(config, secrets, { log, counts }),
    lookAtPhoto: async (bytes) => lookAtBytes(bytes),
    rateLimit: createRateLimit(() => performance.now()),
    // In a rehearsal a script may act for everybody.
    ...(rehearsal ? {} : { pace: createPace(parsed.programme.perMinute, () => performance.now()) }),
    clock: rehearsal ?? realClock,
    log,
    counts,
    get programme() {
      return packInForce(db, parsed.programme);
    },
    procedures: KITS,
    questions: QUESTIONS,
  };
  return { shared, rehearsal };
}

/** Loads the holiday calendar and the towns' names in an isolate's first requests; the heartbeat refreshes it. */
async function loadAdoptedOnce(deps: Deps): Promise<void> {
  if (isLoaded) return;
  await loadAdopted(deps);
  isLoaded = true;
}

/** Without a bucket only photos fail: each download ends with an explanation in the outbox and is retried. */
function missingBucket(): Bucket {
  const fail = () => Promise.reject(new Error("bind an R2 bucket as EVIDENCE in wrangler.toml"));
  return { put: fail, get: fail };
}

export default {
  fetch: (request: Request, env: Bindings, context: Context): Promise<Response> =>
    asOwnRequest(async () => {
      const { deps, rehearsal } = await depsFor(env, context);
      await loadAdoptedOnce(deps);
      return createApp(deps, rehearsal ? rehearsalRoutes(deps, rehearsal) : undefined).fetch(request);
    }),
  scheduled: (_event: unknown, env: Bindings, context: Context): Promise<void> =>
    asOwnRequest(async () => {
      await beat((await depsFor(env, context)).deps);
    }),
};
