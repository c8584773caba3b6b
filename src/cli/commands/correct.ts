import { correct as correctPeriod } from "../../bot/quarter/correct.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { readTown } from "../../domain/places/place-named.ts";
import { noSuchTown } from "../no-such-town.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const USAGE = "correct 2026Q3 --town TOWN --cell investment/cumulative --value 8800 --reason 监理月报核减";

const REASON = {
  not_published: "这个季度还没有发布；发布前请用退回",
  unknown_town: "没有这个镇，或本季度没有它的填报",
  not_approved: "这个镇本季度没有审核通过的填报",
  supplement: "这个镇本季度的填报是补报，不在发布的排名里，没有可更正的结果；数有出入，请退回由镇上补正",
  no_such_cell: "没有这一格；格的名称形如 investment/cumulative、image/project.p1.actual",
  no_reason: "请写明原因",
  unchanged: "新值与原值相同",
};

type Flags = { [name in "town" | "cell" | "value" | "reason"]?: string | undefined };

/** `correct …`: corrects a published result, showing old value, new value and the effect on every place. */
export function correct(args: string[], flags: Flags): Promise<Outcome> {
  const period = parsePeriod(args[0] ?? "");
  const { town, cell, value, reason } = flags;
  if (!period || !town || !cell || value === undefined || !reason) throw new WrongUsage(USAGE);
  return withDeps(async (deps) => {
    const named = readTown(deps.programme, town);
    if (!named.ok) return refused([noSuchTown(town, named.near)]);
    const { slug } = named.place;
    const outcome = await correctPeriod(deps, period, slug, { cell, value, reason }, OPERATOR);
    if (outcome.ok) {
      const { correction, moves, publication } = outcome;
      const lines = [
        `${period} 第${publication.seq}版：${slug} ${cell} ${correction.before} → ${correction.after}`,
        ...moves.map((m) => `位次 ${m.town}：${m.from ?? "-"} → ${m.to ?? "-"}`),
      ];
      return done(lines, { ok: true, correction, moves, seq: publication.seq, hash: publication.hash });
    }
    if (outcome.reason === "problems")
      return refused(outcome.problems.map((p) => `${p.key}: ${p.problem} ${JSON.stringify(p.values ?? {})}`));
    return refused([REASON[outcome.reason]]);
  });
}
