import { isOff } from "../../src/domain/procedure/definition.ts";
import { objection } from "../../src/domain/procedure/objection.ts";
import { refuse } from "../../src/domain/quarter/may.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Card } from "../card.ts";
import { button, md } from "../elements.ts";
import { momentName } from "../names.ts";
import { type TownLineView, townLineCard } from "../ranking/town-line.ts";
import { originText } from "../record/form.ts";
import { objectionText } from "../text/objection.ts";

/**
 * A town's provisional score as it was announced (`at`, UTC ms): every point of it, and while its quarter takes objections
 * until when it does and the button for one.
 */
export function provisionalCard(view: TownLineView & { at: number; quarter: Timetable }): Card {
  const { ranking, town, locale, quarter } = view;
  const text = objectionText(locale);
  const until = momentName(quarter.objectionsUntil ?? view.at, locale);
  const takes = !isOff(objection, view.programme) && refuse("object", "town_official", quarter) === null;
  const about = originText({ period: ranking.period, town: town.slug, ref: "" });
  const line = townLineCard(view);
  const tags = [
    {
      tag: "text_tag" as const,
      text: { tag: "plain_text" as const, content: text.provisional },
      color: "orange",
    },
  ];
  return {
    ...line,
    header: { ...line.header, template: "orange", text_tag_list: tags },
    body: {
      ...line.body,
      elements: [
        md(takes ? text.untilWhen(until) : text.over(until)),
        ...line.body.elements,
        md(text.asAnnounced(momentName(view.at, locale)), "notation"),
        ...(takes ? [button(text.object, { kind: "new", procedure: "objection", about })] : []),
      ],
    },
  };
}
