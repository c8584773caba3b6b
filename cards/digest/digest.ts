import { shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import { type DigestRow, ROW_GROUPS } from "../../src/domain/digest/rows.ts";
import { bilingual } from "../bilingual.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row } from "../elements.ts";
import { dayName, momentName, nameOf } from "../names.ts";
import { firstToFit } from "../size.ts";
import { type DigestText, digestText } from "../text/digest.ts";
import { digestRowText } from "../text/digest-rows.ts";
import { askAction, askButtons } from "./ask-button.ts";
import { staleLines } from "./attention.ts";
import { firstOf, inSight } from "./choose-rows.ts";
import { pacePicture } from "./pace-picture.ts";
import { countiesPanel, ranksPanel } from "./ranks.ts";
import { rowLine } from "./row-line.ts";
import { summaryLines } from "./summary.ts";
import type { DigestView, Room } from "./view.ts";

/** Sizes to try, from one phone screen downwards, until the card can be sent for any programme. */
const ROOMS: readonly Room[] = [
  { unfolded: 5, folded: 8, lines: 20, words: 60 },
  { unfolded: 5, folded: 6, lines: 20, words: 60 },
  { unfolded: 5, folded: 4, lines: 15, words: 50 },
  { unfolded: 4, folded: 3, lines: 15, words: 40 },
  { unfolded: 3, folded: 2, lines: 10, words: 40 },
  { unfolded: 2, folded: 1, lines: 5, words: 30 },
  { unfolded: 0, folded: 0, lines: 0, words: 0 },
];

/** A digest: warnings, the picture, and the changes since the last one; everything else is folded. */
export function digestCard(view: DigestView): Card {
  return firstToFit(ROOMS.map((room) => () => draw(view, room)));
}

/** The same for a group, in both languages. */
export function groupDigestCard(view: Omit<DigestView, "locale">): Card {
  return firstToFit(
    ROOMS.map((room) => () => bilingual((locale) => draw({ ...view, forAll: true, locale }, room))),
  );
}

function draw(view: DigestView, room: Room): Card {
  const { facts, changes, programme, locale } = view;
  const text = digestText(locale);
  const { shown, left } = inSight(changes.changed, room.unfolded);
  const stale = staleLines(view);
  const day = (at: number) => dayName(shanghaiDay(at), locale);
  return card(
    {
      title: text.title(facts.kind, placeName(view)),
      subtitle: text.subtitle(nameOf(programme, locale), day(facts.span.from), day(facts.span.to - 1)),
      template: stale.length > 0 ? "orange" : "blue",
      tags: view.preview ? [{ text: text.preview, color: "neutral" }] : [],
    },
    [
      ...(stale.length > 0 ? [md([text.staleTitle, ...stale].join("<br>"))] : []),
      ...pacePicture(view),
      ...summaryLines(view).map((line) => md(line)),
      ...changedPart(view, shown, left.length, room),
      ...ROW_GROUPS.flatMap((kinds) => groupPanel(view, kinds, left, room)),
      ...ranksPanel(view, shown, room),
      ...countiesPanel(view, room),
      burdenPanel(view, text),
      md(text.asOf(momentName(facts.at, locale)), "notation"),
    ],
  );
}

function placeName({ facts, programme, locale }: DigestView): string {
  const { audience } = facts;
  if (audience === "leading_group") return locale === "en" ? "" : programme.short;
  const county = programme.counties.find(({ slug }) => slug === audience.county);
  return county ? nameOf(county, locale) : "";
}

function changedPart(view: DigestView, shown: DigestRow[], left: number, room: Room): CardElement[] {
  const { changes, facts, first, locale } = view;
  const text = digestText(locale);
  const gone = changes.gone > 0 ? [text.gone(changes.gone)] : [];
  const n = changes.changed.length;
  const none = first ? text.firstEmpty : text.unchanged;
  if (n === 0) return [md([facts.stale.length > 0 ? text.unchangedStale : none, ...gone].join("<br>"))];
  const more = left > 0 ? [(first ? text.moreFirst : text.moreBelow)(left)] : [];
  return [
    md(first ? text.first(n) : text.changed(n)),
    ...shown.map((one) => rowWithButton(view, one, room)),
    ...(more.length + gone.length > 0 ? [md([...more, ...gone].join("<br>"), "notation")] : []),
  ];
}

function rowWithButton(view: DigestView, one: DigestRow, room: Room): CardElement {
  const line = md(rowLine(view, one, room.words));
  const action = askAction(view, one);
  if (!action) return line;
  const text = digestRowText(view.locale);
  const words = one.asked?.answer === null ? text.seeQuestion : text.ask;
  return row([[line], [button(words, action)]], [1, 0]);
}

/** One kind of rows, folded: rows that had no room above, then unchanged ones. Places have their own panel. */
function groupPanel(
  view: DigestView,
  kinds: (typeof ROW_GROUPS)[number],
  left: readonly DigestRow[],
  room: Room,
): CardElement[] {
  const [kind] = kinds;
  const text = digestText(view.locale);
  const isOf = (one: DigestRow) => kind !== "rank" && kinds.some((own) => own === one.kind);
  const news = new Set(left.filter(isOf));
  const rows = [...news, ...view.changes.same.filter(isOf)];
  if (rows.length === 0) return [];
  const chosen = firstOf(rows, room.folded);
  const lines = chosen.shown.map((one, i) => {
    const mark = news.has(one) && !view.first ? `${text.isNew}` : "";
    return digestRowText(view.locale).nth(i + 1, rowLine(view, one, room.words) + mark);
  });
  const more = chosen.left.length > 0 ? [text.more(chosen.left.length)] : [];
  return [
    panel(text.panelTitle(text.groups[kind], rows.length), [
      md([...lines, ...more].join("<br>")),
      ...askButtons(view, chosen.shown),
    ]),
  ];
}

function burdenPanel({ facts }: DigestView, text: DigestText): CardElement {
  const { now, before } = facts.burden;
  return panel(text.burden(now.messages, before.messages, now.fields, before.fields), [
    md(text.burdenHow, "notation"),
  ]);
}
