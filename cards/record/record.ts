import { parsePeriod } from "../../src/domain/calendar/period.ts";
import { openAside } from "../../src/domain/procedure/aside.ts";
import { momentIn } from "../../src/domain/procedure/by-time.ts";
import { isOff } from "../../src/domain/procedure/definition.ts";
import { owed } from "../../src/domain/procedure/owed.ts";
import { type Address, holdsAddress } from "../../src/domain/procedure/posts.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { longDayName, momentName, nameOf, periodName } from "../names.ts";
import { recordText } from "../text/record.ts";
import { recordTitle } from "./facts.ts";
import { history, nameIn, postName } from "./history.ts";
import type { RecordView } from "./kit.ts";
import { lightOn, stateName, stepName } from "./state-name.ts";
import { stepButtons } from "./steps.ts";

/** A record's card: its values, its history, who has to act next, and the steps its reader may take. */
export function recordCard(view: RecordView): Card {
  const { programme, kit, record, locale } = view;
  const { colour } = kit.definition.states[record.state] ?? { colour: "blue" };
  const light = lightOn(view);
  const period = parsePeriod(record.period);
  const place = [nameOf(programme, locale), ...(period ? [periodName(period, locale)] : [])];
  return card(
    {
      title: recordTitle(view),
      subtitle: place.join(" · "),
      template: light?.colour ?? colour,
      tags: [
        { text: stateName(kit, record, locale), color: TAGS[colour] ?? "blue" },
        ...(light ? [{ text: light.text, color: TAGS[light.colour] ?? "neutral" }] : []),
      ],
    },
    [...(kit.body?.(view) ?? []), ...history(view), ...nextLine(view), ...stepButtons(view), ...links(view)],
  );
}

/** The platform's tag colour for each header colour. */
const TAGS: Record<string, string> = {
  blue: "blue",
  turquoise: "turquoise",
  green: "green",
  yellow: "yellow",
  orange: "orange",
  red: "red",
  grey: "neutral",
};

function links({ kit, ...view }: RecordView): CardElement[] {
  if (view.reader === null) return [];
  const home = kit.home?.(view.record, view.reader);
  const found = [
    ...(kit.links?.({ kit, ...view }) ?? []),
    home
      ? { text: kit.words[view.locale].back ?? recordText(view.locale).back, action: home }
      : {
          text: recordText(view.locale).listTitle.mine,
          action: { kind: "list", scope: "mine", page: "1" } as const,
        },
  ].filter(({ action }) => !beginsLeftOut(action, view.programme));
  return [
    row(
      found.map(({ text, action }) => [button(text, action)]),
      [],
      "flow",
    ),
  ];
}

/** Whether a button opens the form of a procedure the pack leaves out. */
function beginsLeftOut(action: Action, programme: Programme): boolean {
  return action.kind === "new" && isOff({ id: action.procedure }, programme);
}

function nextLine(view: RecordView): CardElement[] {
  const { programme, kit, record, locale } = view;
  const text = recordText(locale);
  if (isOff(kit.definition, programme)) return [md(text.refused.switched_off)];
  const office = nameOf(programme.office, locale);
  const lines = owed(kit.definition, record, programme).flatMap(({ what, to, due, notBy }) => {
    const who = typed("openId" in to ? nameIn(view, to.openId) : postName(view, to), 80);
    if (isUnheld(view, to)) return [text.unheld(who, view.reader?.role === "city_office" ? null : office)];
    const when = dueMoment(view, what) ?? (due === null ? null : longDayName(due, locale));
    // What waits is an answer to the step that opened an aside, or else the state's own step.
    const opened = kit.definition.asides?.[what] && openAside(kit.definition, record, what)?.step;
    const theirs = view.reader !== null && holdsAddress(view.reader, to);
    const barred = notBy !== null && notBy === view.reader?.openId;
    const question = opened && stepName(kit, opened, locale);
    const may = theirs && !barred && view.offers.length > 0;
    const line = question
      ? may
        ? text.yoursToAnswer(question, when)
        : text.answers(question, who, when)
      : may
        ? text.yours(when)
        : when === null
          ? text.waits(who)
          : text.due(who, when);
    // Only who would otherwise take the step has to know that it is not theirs.
    return theirs && barred ? [line, text.byAnother] : [line];
  });
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

/** Whether nobody on the roster is at this address, so that a step waiting for it cannot be taken. */
export function isUnheld({ unheld }: Pick<RecordView, "unheld">, to: Address): boolean {
  return unheld.some((one) =>
    "openId" in one
      ? "openId" in to && one.openId === to.openId
      : "role" in to && one.role === to.role && one.area === to.area,
  );
}

/** The time by which a state's step is due, for states that are due at a time of day. */
function dueMoment({ kit, record, locale }: RecordView, state: string): string | null {
  const within = kit.definition.states[state]?.owes?.within;
  if (typeof within !== "object" || !("moment" in within)) return null;
  const moment = momentIn(record, within.moment);
  return moment === null ? null : momentName(moment, locale);
}
