import { stageBoardCard } from "../../../cards/stages/board.ts";
import { townStageCard } from "../../../cards/stages/town-stage.ts";
import { LADDER, STAGES } from "../../../src/domain/programme/stage-schema.ts";
import type { BoardRow } from "../../../src/domain/stages/board.ts";
import { type Shown, show } from "../../cards/show.ts";
import type { Setting } from "./setting.ts";

/** Where the towns stand: as a board, before anything is entered, on an earlier day; and of one town. */
export function stages({ programme, locale, words }: Setting): Shown[] {
  const since = "2026-03-02";
  const papers = Array.from({ length: 4 }, (_, i) => ({
    ...{ id: `building.${i}`, name: words(20), nameEn: words(20) },
  }));
  const rows = programme.towns.map((town, i): BoardRow => {
    const stage = STAGES[i % STAGES.length] ?? "building";
    const goal = { phase: town.phase, stage: "named_province", year: 2025 } as const;
    const side = i % 3 === 0 ? "rectifying" : i % 3 === 1 ? "paused" : null;
    const late = i % 2 === 0 ? goal : null;
    return {
      town,
      standing: { stage, since, side },
      goal,
      behind: late,
      papers,
      moving: "applying_province",
    };
  });
  const none = rows.map((row) => ({ ...row, standing: null, behind: null, papers: [], moving: null }));
  const years = new Map(programme.phases.map(({ phase }) => [phase, 2024 + phase]));
  const unset = new Map(programme.phases.map(({ phase }) => [phase, null]));
  const may = { enlist: true, setYears: true, list: true };
  const board = { programme, rows, years, day: null, may, yearsSet: "0123456789abcdef", locale };
  const [row] = rows;
  const [blank] = none;
  if (!row || !blank) return [];
  const passed = LADDER.map((stage) => ({ stage, since }));
  const one = { programme, row, passed, day: null, record: "0123456789abcdef", locale };
  return [
    ...show(stageBoardCard, {
      "": board,
      "not entered": { ...board, rows: none, years: unset, yearsSet: null },
      "on a day": { ...board, day: "2025-12-31", may: { enlist: false, setYears: false, list: false } },
    }),
    ...show(townStageCard, {
      "": one,
      "on a day": { ...one, row: blank, passed: [], day: "2025-12-31", record: null },
    }),
  ];
}
