import { parsePeriod } from "../../../src/domain/calendar/period.ts";
import {
  exemptTowns,
  type HonoursList,
  honours,
  honoursList,
  type Listed,
  listedTowns,
} from "../../../src/domain/oversight/honours.ts";
import { offeredSchema } from "../../../src/domain/procedure/field.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import type { CardElement } from "../../card.ts";
import { md, typed } from "../../elements.ts";
import { distinctTownName } from "../../names.ts";
import { pointsText } from "../../ranking/points.ts";
import { oversightText } from "../../text/oversight.ts";
import { honoursWords } from "../../text/procedures/honours.ts";
import { originText } from "../form.ts";
import type { NewRecordView, ProcedureKit, RecordView } from "../kit.ts";

type View = Pick<RecordView, "programme" | "locale">;

export const honoursKit: ProcedureKit = {
  definition: honours,
  words: honoursWords,
  inLists: "own",
  told: ["quarter", "exempt", "cause"],
  /** The list of the newest quarter, before it is put forward. */
  start,
  body: (view) => {
    const { record } = view;
    const spared = exemptTowns(record);
    const exempt = honoursList(record)?.towns.filter(({ town }) => spared.includes(town));
    return lines(view, listedTowns(record), exempt, String(record.data.cause ?? ""));
  },
  /** The office may put a reminder forward for each town on a black list that was decided. */
  links: ({ programme, record, reader, locale }) => {
    if (reader?.role !== "city_office" || record.state !== "adopted") return [];
    const quarter = String(record.data.quarter);
    return listedTowns(record)
      .filter(({ list }) => list === "black")
      .map(({ town }) => ({
        text: oversightText(locale).remind(nameIn({ programme, locale }, town)),
        action: {
          ...{ kind: "new", procedure: "accountability" },
          about: originText({ period: parsePeriod(quarter) ?? "", town: "", ref: town }),
        } as const,
      }));
  },
};

function start({ given = {}, ...view }: NewRecordView) {
  const list = honoursList({ data: given });
  const [newest] = offeredSchema.parse(given.quarters ?? []);
  return { says: list ? lines(view, list.towns) : [], typed: newest ? { quarter: newest.id } : {} };
}

function lines(
  view: View,
  towns: HonoursList["towns"],
  exempt: HonoursList["towns"] = [],
  cause = "",
): CardElement[] {
  const text = oversightText(view.locale);
  const on = (list: Listed["list"]) => {
    const found = towns.filter((one) => one.list === list).map((one) => townLine(view, one));
    return found.length > 0 ? found : [text.nobody];
  };
  return [
    md([text.red, ...on("red")].join("<br>")),
    md([text.black, ...on("black")].join("<br>")),
    ...(exempt.length > 0
      ? [
          md(
            [text.exempt, ...exempt.map((one) => townLine(view, one)), text.cause(typed(cause, 300))].join(
              "<br>",
            ),
          ),
        ]
      : []),
  ];
}

function townLine(view: View, { town, rank, score, light, list, times }: Listed): string {
  const text = oversightText(view.locale);
  const line = text.town(nameIn(view, town), rank, pointsText(score, 2), light);
  return list === "black" || times > 1 ? `${line}${text.times(times)}` : line;
}

function nameIn({ programme, locale }: View, slug: string): string {
  const town = townBySlug(programme, slug);
  return town ? distinctTownName(programme, town, locale) : slug;
}
