import { readAbout } from "../../src/domain/digest/about.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { typed } from "../elements.ts";
import { periodName, sectionName } from "../names.ts";
import { aboutText } from "../text/about.ts";

/** The subject of a row's id in words; `title`: the task's title, for a task. */
export function aboutName(id: string, title: string, programme: Programme, locale: Locale): string {
  const about = readAbout(id);
  const text = aboutText(locale).about;
  if (about.kind === "task") return title === "" ? text.task : text.titled(typed(title, 60));
  const period = periodName(about.period, locale);
  if (about.kind === "promise") return text.promise(period, sectionName(programme, about.section, locale));
  return text[about.kind](period);
}
