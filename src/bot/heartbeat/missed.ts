import { momentName } from "../../../cards/names.ts";
import { operationsText } from "../../../cards/text/operations.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { type Run, runKey } from "../../domain/heartbeat/run.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { officeReaders, wordsFor } from "../roster/readers.ts";
import { enqueueText } from "../sending/enqueue-message.ts";

/** Runs listed individually; for a longer outage they are counted. */
const NAMED = 10;

/**
 * One message to the office about all newly missed runs. A missed calendar warning is left out, because it is repeated.
 */
export async function tellMissed(deps: Deps, missed: Run[]): Promise<OutboxRow[]> {
  const told = missed.filter(({ job }) => job !== "calendar_warning");
  const [first] = told;
  if (!first) return [];
  const cause = `missed ${told.length} ${runKey(first)}`;
  return (await officeReaders(deps)).map((reader) =>
    enqueueText(
      { ...reader.to, quiet: true },
      wordsFor(reader, (locale) => wordsOf(told, locale)),
      cause,
      deps.clock.now(),
    ),
  );
}

function wordsOf(told: Run[], locale: Locale): string {
  const text = operationsText(locale);
  const lines = told
    .slice(0, NAMED)
    .map(({ job, at }) => text.missedLine(text.jobs[job], momentName(at, locale)));
  const left = told.length - lines.length;
  return text.missed(left > 0 ? [...lines, text.more(left)] : lines);
}
