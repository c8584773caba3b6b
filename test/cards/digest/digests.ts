import type { DigestView } from "../../../cards/digest/view.ts";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { digestFacts } from "../../../src/domain/digest/digest-facts.ts";
import type { Audience, DigestFacts, DigestInput } from "../../../src/domain/digest/facts.ts";
import { whatChanged } from "../../../src/domain/digest/what-changed.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import { UNOPENED } from "../../../src/domain/quarter/timetable.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import type { Task } from "../../../src/domain/task/task.ts";
import { calm, closing, NOW, question, task, toTown } from "../../domain/digest/given.ts";
import { frozen } from "../../domain/explain/publications.ts";
import { tenTowns } from "../office/programmes.ts";

/** Draws the digest of `input` for an audience, compared with `before` if given. */
export function viewOf(
  input: DigestInput,
  options: { audience?: Audience; locale?: Locale; before?: DigestFacts | null; now?: number } = {},
): DigestView {
  const { audience = "leading_group", locale = "zh-CN", before = null, now = NOW } = options;
  const facts = digestFacts(input, audience, now);
  const scheme = input.ranking?.now.scheme ?? null;
  const changes = whatChanged(before, facts);
  return {
    programme: input.programme,
    facts,
    changes,
    scheme,
    first: before === null,
    preview: false,
    locale,
  };
}

/**
 * Every town of a programme owes everything, with the longest possible texts, each asked about and some
 * answered.
 */
export function worstInput(programme: Programme, words: string): DigestInput {
  const [department] = tenTowns.departments;
  if (!department) throw new Error("no department");
  const pack = { ...programme, departments: [department] };
  const area = pack.areas[0]?.id ?? "";
  const reports = pack.towns.map(({ slug }) => {
    const basis = { programme: pack, town: slug, period: "2026Q3" as const, earlier: [] };
    return startReport({ ...basis, plan: { investment: null, dueFrom: null, projects: [] } });
  });
  const said = { items: {}, words: { progress: "", next: words, problem: words } };
  const blocked = { department: department.slug, reason: words, by: "ou_x", at: NOW, acceptedAt: NOW };
  const tasks = pack.towns.flatMap(({ slug }, i): Task[] => {
    const of = (kind: string, change: Partial<Task>) =>
      task({ id: `t${kind}${i}`.padEnd(16, "0"), to: toTown(slug), title: words, ...change });
    return [
      of("red", { due: "2026-01-05" }),
      of("blocked", { due: "2026-01-05", blocked }),
      of("step", { steps: [{ name: words, due: "2026-11-03", share: 100 }] }),
      of("closed", {
        status: "closed",
        log: [closing(NOW - 1000)],
      }),
    ];
  });
  return {
    ...calm,
    programme: pack,
    quarter: {
      id: "2026Q3",
      openedAt: shanghaiTime("2026-10-01", "09:00"),
      ...UNOPENED,
      status: "open",
      reports,
    },
    lastApproved: reports.map((report) => ({
      ...report,
      period: "2026Q2",
      content: { ...report.content, areas: { ...report.content.areas, [area]: said } },
    })),
    ranking: { now: crowd(pack, 1), before: crowd(pack, -1) },
    tasks,
    questions: tasks.map(({ id, to }, i) =>
      question({
        id: `q${id}`,
        town: to.slug,
        about: id,
        text: words,
        answer: i % 2 ? words : null,
      }),
    ),
    burden: {
      now: new Map(pack.towns.map(({ slug }) => [slug, { messages: 999, fields: 999 }])),
      before: new Map(),
    },
    missed: pack.towns.map((_, i) => ({ job: "chase", period: `2026-10-${i}`, dueAt: NOW - i })),
    health: { lastRunAt: null, stuck: 99_999, dead: 99_999 },
  };
}

/** A ranking in which every place differs from the one with the other sign. */
function crowd(programme: Programme, sign: 1 | -1) {
  const { scheme, towns } = programme;
  const columns = programme.areas.flatMap(({ id }) => [`${id}.done`, `${id}.due`]);
  const rows = towns.map(({ slug }, i) => {
    const share = 0.5 + (sign * (i - towns.length / 2)) / (towns.length * 3);
    const areas = programme.areas.flatMap(({ id }) => [
      [`${id}.done`, share * 10],
      [`${id}.due`, 10],
    ]);
    const others = {
      invested: share * 100,
      invested_due: 100,
      image_actual: share * 100,
      image_planned: 100,
    };
    const rest = { days_late: 0, penalty: 0, bonus: 0, deduct: 0 };
    return { id: slug, values: { ...Object.fromEntries(areas), ...others, ...rest } };
  });
  const period = sign === 1 ? ("2026Q3" as const) : ("2026Q2" as const);
  const made = frozen(period, scheme, {
    columns: [...columns, ...Object.keys(rows[0]?.values ?? {}).slice(columns.length)],
    rows,
  });
  const last = towns.length + 1;
  const result = {
    rows: made.result.rows.map((row) => ({
      ...row,
      previousRank: row.rank && last - row.rank,
      delta: -12.3456,
    })),
  };
  return { ...made, result, at: NOW - 1000 };
}
