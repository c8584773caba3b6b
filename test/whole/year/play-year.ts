import { verifyAudit } from "../../../db/audit-chain.ts";
import { allPublications } from "../../../db/publications.ts";
import { listReports } from "../../../db/reports.ts";
import { failureText } from "../../../src/sandbox/scripts/script-runs.ts";
import { watchTruth } from "../../bot/living/truth.ts";
import { account } from "./account.ts";
import { messagesOf, messageTable } from "./messages.ts";
import { playYear, startYear } from "./start-year.ts";

// Plays the year in a separate process, so that its time and memory are measured separately, and prints the
// result:
// npx tsx test/whole/year/play-year.ts; with --table every message is printed first: when, to whom, why. All
// cards are checked every day of the first quarter, and a part of them after every step and on later days; with
// --every-step, which takes many minutes (`npm run year`, before a release), all cards are checked after
// every step. A wrong statement on a card fails the run.

const world = await startYear();
const before = process.cpuUsage();
const everyStep = process.argv.includes("--every-step");
const truth = watchTruth(world, ({ day, begins }) => {
  if (everyStep || (begins && day < "2026-07-01")) return 1;
  return begins || day < "2026-07-01" ? 4 : 12;
});
const run = await playYear(world, truth.look);
const { user, system } = process.cpuUsage(before);
const publications = await allPublications(world.deps.db);
const result = {
  status: run.status,
  failure: failureText(run),
  steps: run.played,
  seconds: run.ms / 1_000,
  cpu_seconds: (user + system) / 1e6,
  peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  published: publications.map(({ period, result: { rows } }) => ({ period, rows: rows.length })),
  audit: (await verifyAudit(world.deps.db)).ok,
  account: await account(world),
  // Wrong statements found on cards, and the number of cards checked.
  untrue: truth.found,
  looks: truth.looks(),
};
const reports = await Promise.all(publications.map(({ period }) => listReports(world.deps.db, period)));
const submitted = reports
  .flat()
  .flatMap(({ period, town, firstSubmittedAt: at }) => (at === null ? [] : [{ period, town, at }]));
const messages = await messagesOf(world.deps);
await world.close();
if (process.argv.includes("--table")) console.log(messageTable(messages));
if (everyStep) process.exitCode = summary(result);
else console.log(JSON.stringify({ ...result, messages, submitted }));

/** Prints a readable summary; returns 1 if the year was not completed or a card was wrong. */
function summary({ account: { gaps }, untrue, ...rest }: typeof result): number {
  console.log(JSON.stringify(rest, null, 2));
  for (const line of [...gaps, ...untrue]) console.log(line);
  return rest.status === "done" && rest.audit && gaps.length + untrue.length === 0 ? 0 : 1;
}
