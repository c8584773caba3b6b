import { newRecordCard, stepFormCard } from "../../../cards/record/form.ts";
import { keptCard } from "../../../cards/record/kept.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { recordListCard } from "../../../cards/record/list.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { soughtCard } from "../../../cards/record/sought.ts";
import { formGroups } from "../../../cards/record/steps.ts";
import { recordText } from "../../../cards/text/record.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import { mayBegin, offered } from "../../../src/domain/procedure/take.ts";
import { type Shown, show } from "../../cards/show.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, longestForm, playedTo, START } from "../../domain/procedure/played.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import type { Setting } from "./setting.ts";

/** Cards of one record, each named after its reader last. */
const OF_A_READER = /^(recordCard|newRecordCard|stepFormCard|keptCard) (.*) (\S+)$/;

/**
 * Of a record's cards, what groups see and the one that says most, which stands for those of the other readers; all
 * other cards.
 */
export function fullest(cards: readonly Shown[]): Shown[] {
  const chosen = new Map<string, Shown>();
  for (const shown of cards) {
    const [name, card] = shown;
    const [, kind, record, reader] = OF_A_READER.exec(name) ?? [];
    const key = kind === undefined ? name : `${kind} ${record} ${reader === "group"}`;
    const longest = chosen.get(key);
    if (!longest || JSON.stringify(card).length > JSON.stringify(longest[1]).length) chosen.set(key, shown);
  }
  return [...chosen.values()];
}

/**
 * Every procedure's record in each state, as seen by a person who may take a step, with its forms and its
 * list.
 */
export function records({ programme, locale, words }: Setting): Shown[] {
  return KITS.flatMap((kit): Shown[] => {
    const { definition } = kit;
    const given = GIVEN[definition.id] ?? {};
    const played = [...playedTo(definition, programme, given, words)];
    const views = played.flatMap(([state, record]) =>
      [...everyone(programme), null].map((reader) => {
        const at = { actor: reader, now: START, programme, evidence: 1 };
        const offers = reader ? offered(definition, record, at) : [];
        const name = `${definition.id} ${state} ${reader?.openId ?? "group"}`;
        const quarter = quarterIn("provisional");
        const unheld = reader ? [] : owed(definition, record, programme).map(({ to }) => to);
        const seen = { reader, offers, evidence: 1, quarter, unheld, now: START, locale };
        return [name, { programme, kit, record, ...seen }] as const;
      }),
    );
    const [origin] = played.map(([, record]) => record);
    const begun = everyone(programme).flatMap((reader) => {
      const at = { actor: reader, now: START, programme, evidence: 0 };
      // As the bot offers them: what a message or another record begins has no form.
      const starts = Object.entries(definition.steps).flatMap(([step, { byReply, along }]) =>
        origin && !byReply && !along && mayBegin(definition, step, origin, at) ? [step] : [],
      );
      if (!origin || starts.length === 0) return [];
      return [
        [
          `${definition.id} ${reader.openId}`,
          { programme, kit, origin, starts, given, reader, locale },
        ] as const,
      ];
    });
    const forms = views.filter(([, view]) => formGroups(view).length > 0);
    const list = {
      programme,
      kits: KITS,
      records: played.map(([, record]) => record),
      page: 1,
      now: START,
      locale,
    };
    return [
      ...show(recordCard, Object.fromEntries(views)),
      ...show(newRecordCard, Object.fromEntries(begun)),
      ...forms.map(
        ([name, view]): Shown => [`stepFormCard ${name}`, stepFormCard(view, formGroups(view)[0] ?? [])],
      ),
      ...forms.flatMap(([name, view]): Shown[] => {
        const card = keptCard(view, longestForm(definition, view.record), recordText(locale).refused.already);
        return card ? [[`keptCard ${name}`, card]] : [];
      }),
      ...show(soughtCard, {
        [`${definition.id} asked for`]: {
          ...{ programme, kits: KITS, sought: { of: [definition.id], word: words(6), is: "not" }, locale },
          ...{ towns: [], without: programme.towns, one: false, opens: true, ofCity: true },
          ...{ day: null, on: { from: "2026-12-01", to: "2026-12-31" }, searched: 1_500, best: null },
          // As many as are asked for at once, each with a button of its own.
          looked: played
            .flatMap(([, record]) =>
              ["a", "b", "c"].map((n) => ({ ...record, id: `${n}${record.id.slice(1)}` })),
            )
            .map((record) => ({ record, found: true, by: null })),
        },
      }),
      ...show(recordListCard, {
        [definition.id]: { ...list, scope: definition.id },
        [`${definition.id} mine`]: { ...list, scope: "mine" },
        [`${definition.id} none`]: { ...list, scope: "mine", records: [] },
      }),
    ];
  });
}
