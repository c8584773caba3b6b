import { acceptance } from "../../../src/domain/acceptance/acceptance.ts";
import { CRITERIA, meanMarks, PASS_MARK, roundOf, teamOf } from "../../../src/domain/acceptance/marks.ts";
import { packedFiles } from "../../../src/domain/acceptance/packed.ts";
import type { CardElement } from "../../card.ts";
import { md, table, typed } from "../../elements.ts";
import { longDayName } from "../../names.ts";
import { pointsText } from "../../ranking/points.ts";
import { acceptanceText } from "../../text/acceptance.ts";
import { acceptanceWords } from "../../text/procedures/acceptance.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";

export const acceptanceKit: ProcedureKit = {
  definition: acceptance,
  words: acceptanceWords,
  inLists: "own",
  pictured: true,
  told: ["town"],
  body: (view) => [...visitLines(view), ...packageLines(view)],
};

/** The day of the visit, who has given marks, and the means. */
function visitLines({ record, locale }: RecordView): CardElement[] {
  const team = teamOf(record);
  if (team.length === 0) return [];
  const text = acceptanceText(locale);
  const round = roundOf(record);
  const means = meanMarks(record);
  const lines = [
    text.day(longDayName(String(record.data.on), locale)),
    text.marked(round.length, team.length),
  ];
  return [
    md(lines.join("<br>")),
    ...(round.length === 0
      ? []
      : [
          table(
            [
              { name: "criterion", display_name: text.columns.criterion, data_type: "text" },
              { name: "mean", display_name: text.columns.mean, data_type: "text", horizontal_align: "right" },
            ],
            CRITERIA.map((id) => ({ criterion: text.criteria[id], mean: pointsText(means[id], 1) })),
          ),
          md(text.pass(PASS_MARK), "notation"),
        ]),
  ];
}

function packageLines({ record, locale }: RecordView): CardElement[] {
  const files = packedFiles(record);
  if (files.length === 0) return [];
  const text = acceptanceText(locale);
  const lines = files.map(({ name, papers, size, sha256 }) =>
    text.file(typed(name, 80), papers, (size / 1024 / 1024).toFixed(1), sha256.slice(0, 12)),
  );
  return [md([text.files, ...lines].join("<br>"))];
}
