import { verifyAudit } from "../../../db/audit-chain.ts";
import { misremembered, ownerless, unasked, unaudited, unexplained } from "./checks.ts";
import { playYear } from "./course.ts";
import { line, mostReminders, needless, perQuarter, saidIn, totals } from "./messages.ts";
import { startProgramme, YEARS } from "./start-programme.ts";
import { crowded, procedureTaps, reportTaps } from "./taps.ts";

// Plays the three years of 13 towns, from the first plan to the provincial acceptance (`npm run programme`, before a
// release), and fails for anything wrong. With --table every message is printed, and how often each post is told of what;
// with --first-year only the first is played.

/** Seconds of CPU the three years may take. */
const MOST_CPU = 180;

const played = await startProgramme();
const { world, desk } = played;
const years = process.argv.includes("--first-year") ? 1 : YEARS.length;
for (let nth = 0; nth < years; nth += 1) await playYear(played, nth);
const { user, system } = process.cpuUsage();
const cpu = (user + system) / 1e6;
const said = await saidIn(world);
const wrong = [
  ...(await unaudited(world)),
  ...(await unexplained(world)),
  ...(await ownerless(world)),
  ...(await misremembered(world, desk)),
  ...(await unasked(played)),
  ...needless(said),
  ...crowded(played),
  ...(cpu > MOST_CPU ? [`${cpu} s of CPU, more than ${MOST_CPU}`] : []),
];
const audit = await verifyAudit(world.deps.db);
const stages = await desk.records("stage");
const told = perQuarter(said);
const taps = procedureTaps(played);
const ofReports = reportTaps(played);
if (process.argv.includes("--table"))
  for (const text of [...said.map(line), ...totals(said)]) console.log(text);
for (const text of wrong) console.log(text);
const most = (counts: ReadonlyMap<string, number>) => [...counts].sort(([, a], [, b]) => b - a).slice(0, 3);
console.log(
  JSON.stringify(
    {
      ...{ cpu_seconds: cpu, audit, presses: desk.done.length, messages: said.length },
      stages: Object.fromEntries(stages.map(({ town, state }) => [town, state])),
      most_messages: most(told),
      most_taps: most(taps),
      most_taps_of_a_report: most(ofReports),
      most_reminders_a_day: mostReminders(said),
      wrong: wrong.length,
    },
    null,
    2,
  ),
);
await world.close();
const named = stages.filter(({ log }) => log.some(({ to }) => to === "named_province")).length;
process.exitCode =
  audit.ok && wrong.length === 0 && (years < YEARS.length || named === played.towns.length) ? 0 : 1;
