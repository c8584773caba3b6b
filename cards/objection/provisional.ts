import type { Card } from "../card.ts";
import { button, md } from "../elements.ts";
import { momentName } from "../names.ts";
import { type TownLineView, townLineCard } from "../office/town-line.ts";
import { originText } from "../record/form.ts";
import { objectionText } from "../text/objection.ts";

/** A town's provisional score: every point of it, until when an objection is taken (UTC ms), and the button for one. */
export function provisionalCard(view: TownLineView & { until: number }): Card {
  const { ranking, town, locale } = view;
  const text = objectionText(locale);
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
        md(text.untilWhen(momentName(view.until, locale))),
        ...line.body.elements,
        button(text.object, {
          kind: "new",
          procedure: "objection",
          about: originText({ period: ranking.period, town: town.slug, ref: "" }),
        }),
      ],
    },
  };
}
