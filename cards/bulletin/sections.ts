import type { Sentence } from "../../src/domain/bulletin/draft.ts";
import type { BulletinFacts, Move } from "../../src/domain/bulletin/facts.ts";
import { BULLETIN_TEXT as text } from "../text/bulletin.ts";
import { type Naming, stating } from "./naming.ts";

// 总体情况, 分项进展, 综合排名 and 表扬与提醒: facts as sentences, a paragraph a list of them.

/** Towns named in one sentence; the others are in the tables. */
const NAMED = 5;
/** What inspections praised, in one sentence. */
const QUOTED = 3;

export function wholeParagraphs({ whole, period, visited }: BulletinFacts, names: Naming): Sentence[][] {
  const { expected, reported, onTime, missing, invested, ofPlan, image, lights } = whole;
  const some = ofPlan && ofPlan.towns < reported ? text.ofSome(ofPlan.towns) : "";
  const share = ofPlan ? `${text.ofPlan(ofPlan.invested, ofPlan.plan, ofPlan.due)}${some}` : "";
  return [
    [
      stating({ expected, reported }, text.reported(expected, reported, missing)),
      onTime === null
        ? stating({ onTime }, text.lateUnknown)
        : stating({ onTime, expected }, text.onTime(onTime, expected)),
    ],
    [stating({ invested, ofPlan }, `${text.invested(names.period(period), invested)}${share}。`)],
    ...(image ? [[stating(image, text.image(image.actual, image.planned, image.towns))]] : []),
    [stating(lights, text.lights(lights))],
    ...(visited ? [[stating(visited, text.visited(visited))]] : []),
  ];
}

/** Each with the name of its area, as a heading of the second level. */
export function areaParagraphs(
  facts: BulletinFacts,
  names: Naming,
): Array<{ name: string; says: Sentence[] }> {
  const areas = facts.areas.map((one) => {
    const { area, done, due, best } = one;
    const says =
      due === 0
        ? [stating({ area, due }, text.nothingDue)]
        : [
            stating({ area, done, due }, text.area(done, due)),
            ...(best ? [bestSentence(area, best, names)] : []),
          ];
    return { name: names.area(area), says };
  });
  const { bestInvested, bestImage } = facts;
  return [
    ...areas,
    ...(bestInvested
      ? [
          {
            name: text.kinds.investment,
            says: [
              stating(
                bestInvested,
                text.bestInvested(names.town(bestInvested.town), bestInvested.invested, bestInvested.due),
              ),
            ],
          },
        ]
      : []),
    ...(bestImage
      ? [
          {
            name: text.kinds.image,
            says: [
              stating(
                bestImage,
                text.bestImage(names.town(bestImage.town), bestImage.actual, bestImage.planned),
              ),
            ],
          },
        ]
      : []),
  ];
}

function bestSentence(
  area: string,
  best: NonNullable<BulletinFacts["areas"][number]["best"]>,
  names: Naming,
): Sentence {
  const { towns, share, words } = best;
  const [first = ""] = towns;
  const named = names.towns(towns.slice(0, 3));
  const quoted = words === null ? "" : text.bestWords(names.town(first), words);
  return stating({ area, best }, `${text.bestArea(named, towns.length, share)}${quoted}。`);
}

export function rankingParagraphs(facts: BulletinFacts, names: Naming): Sentence[][] {
  const { towns, moves, whole } = facts;
  const first = towns.filter(({ rank }) => rank !== null && rank <= 3).slice(0, NAMED);
  const told = first.map((row) =>
    text.firstTown(names.town(row.town), names.rank(row), names.score(row.score ?? 0)),
  );
  const unranked = towns.filter(({ standing }) => standing === "not_ranked").map(({ town }) => town);
  const { missing } = whole;
  const banded = towns.some(
    ({ band, rank }) => band && rank !== null && (band.from < rank || band.to > rank),
  );
  return [
    ...(first.length > 0
      ? [
          [
            stating(
              first.map(({ town, rank, score }) => [town, rank, score]),
              text.first(told),
            ),
            ...(banded ? [stating("bands", text.bands)] : []),
          ],
        ]
      : []),
    ...(moves === null
      ? [[stating("incomparable", text.incomparable)]]
      : [...movedParagraph(moves.up, true, names), ...movedParagraph(moves.down, false, names)]),
    ...(moves && moves.up.length + moves.down.length === 0 ? [[stating("unmoved", text.unmoved)]] : []),
    ...(missing.length + unranked.length > 0
      ? [
          [
            stating(
              { missing, unranked },
              text.outside(names.towns(missing.slice(0, NAMED)), names.towns(unranked.slice(0, NAMED))),
            ),
          ],
        ]
      : []),
  ];
}

function movedParagraph(moves: readonly Move[], up: boolean, names: Naming): Sentence[][] {
  if (moves.length === 0) return [];
  const told = moves.slice(0, NAMED).map(({ town, from, to, reasons }) => {
    const why = reasons.map(({ id, points }) => text.reason(names.indicator(id), points, names.score));
    return text.move(names.town(town), `第${from}名`, `第${to}名`, up, why, true);
  });
  return [[stating(moves, text.moved(up, moves.length, told))]];
}

export function namedParagraphs(facts: BulletinFacts, names: Naming): Sentence[][] {
  const { towns, praised, reminded, exempt, moves, visited } = facts;
  const seen = (visited?.praised ?? []).slice(0, QUOTED);
  const most = Math.max(0, ...(moves?.up ?? []).map(({ from, to }) => from - to));
  const risen = (moves?.up ?? [])
    .filter(({ from, to }) => most > 1 && from - to === most)
    .map(({ town }) => town);
  const lines = reminded.slice(0, NAMED).flatMap((slug) => {
    const row = towns.find(({ town }) => town === slug);
    if (!row) return [];
    const { invested, due } = row;
    const figures = invested !== null && due !== null && invested < due ? text.lag(invested, due) : "";
    return [text.remindedTown(names.town(slug), row.rank === null ? null : names.rank(row), figures)];
  });
  return [
    [
      praised.length > 0
        ? stating(praised, text.praised(names.towns(praised)))
        : stating("nobody praised", text.nobodyPraised),
      ...(risen.length > 0
        ? [stating({ risen, most }, text.risen(names.towns(risen.slice(0, NAMED)), most))]
        : []),
      ...(seen.length > 0
        ? [stating(seen, text.seenWell(seen.map(({ town, words }) => [names.town(town), words])))]
        : []),
    ],
    [
      reminded.length > 0
        ? stating(
            towns
              .filter(({ town }) => reminded.includes(town))
              .map(({ town, rank, invested }) => [town, rank, invested]),
            text.reminded(reminded.length, lines),
          )
        : stating("nobody reminded", text.nobodyReminded),
      ...(exempt.length > 0 ? [stating({ exempt }, text.exempt(names.towns(exempt)))] : []),
    ],
  ];
}
