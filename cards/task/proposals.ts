import type { Locale } from "../../src/domain/people.ts";
import type { Programme } from "../../src/domain/programme.ts";
import type { Task } from "../../src/domain/task/task.ts";
import type { Card } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { longDayName, nameOf } from "../names.ts";
import { taskText } from "../text/task.ts";
import { addresseeName } from "./addressee-name.ts";
import { pageOf, pager } from "./list.ts";

/** `seen`: what tells this very list from another one. */
export type ProposalsView = {
  programme: Programme;
  county: string;
  tasks: Task[];
  seen: string;
  page: number;
  locale: Locale;
};

/** All year tasks a county has to countersign, on one card: all at once, or one opened and sent back. */
export function proposalsCard({ programme, county, tasks, seen, page: wanted, locale }: ProposalsView): Card {
  const text = taskText(locale);
  const named = programme.counties.find(({ slug }) => slug === county);
  const { page, pages, shown } = pageOf(tasks, wanted);
  return card(
    {
      title: text.proposals(named ? nameOf(named, locale) : county),
      subtitle: nameOf(programme, locale),
      template: tasks.length > 0 ? "orange" : "grey",
    },
    tasks.length === 0
      ? [md(text.proposalsNone)]
      : [
          md(text.proposalsIntro(tasks.length)),
          ...shown.map((task) => {
            const words = text.proposalLine(
              addresseeName(programme, task.to, locale),
              typed(task.title, 100),
              longDayName(task.due, locale),
              String(task.weight),
              typed(task.ownerPost, 30),
            );
            return row([[md(words)], [button(text.open, { kind: "task", id: task.id })]], [1, 0]);
          }),
          ...pager(page, pages, (n) => ({ kind: "task_proposals", county, page: String(n) }), locale),
          button(
            text.signAll(tasks.length),
            { kind: "task_sign_all", county, seen },
            {
              type: "primary",
              confirm: { title: text.signAll(tasks.length), text: text.signAllConfirm },
            },
          ),
        ],
  );
}
