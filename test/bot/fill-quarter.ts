import { loadBasis } from "../../src/bot/report/load-report-contexts.ts";
import { figureInputs } from "../../src/cli/demo/figure-inputs.ts";
import { parsePeriod } from "../../src/domain/calendar/period.ts";
import { IMAGE, sectionsOf } from "../../src/domain/report/content.ts";
import type { RawInputs } from "../../src/domain/report/inputs.ts";
import { type AtClient, boxesOf, type Pressed, photo, type Shown } from "./at-client.ts";
import { buttonsOf, fieldsOf } from "./card-reading.ts";
import type { DemoWorld } from "./demo-world.ts";

/** A town's quarter from its demo figures: what its official types, by input name. */
export async function figuresOf(
  world: Pick<DemoWorld, "demo" | "deps">,
  periodText: string,
  town: string,
): Promise<RawInputs> {
  const period = parsePeriod(periodText);
  const figures = world.demo.figures[periodText]?.[town];
  if (!period || !figures) throw new Error(`the demo has no figures of ${town} in ${periodText}`);
  return figureInputs(figures, await loadBasis(world.deps, period, town));
}

/** What a person types to make a form contain `wanted`: only the inputs with other contents. */
export function typingFor(shown: Shown, wanted: RawInputs): Record<string, string> {
  const boxes = boxesOf(shown);
  const typing = Object.entries(wanted).filter(([name, value]) => {
    const box = boxes[name];
    if (box === undefined) return false;
    const says = name.includes("/item.") && box === "" ? "0" : box.replaceAll(",", "");
    return says === "" || value === "" ? says !== value : Number(says) !== Number(value);
  });
  return Object.fromEntries(typing);
}

/**
 * Fills in section after section from the overview and saves each; returns the overview. Questions are
 * answered with a word.
 */
export async function fillSections(official: AtClient, overview: Shown, wanted: RawInputs): Promise<Shown> {
  let at = overview;
  const sections = new Set(Object.keys(wanted).map((name) => name.slice(0, name.indexOf("/"))));
  for (const section of sections) {
    const form = await official.press(at, `open__${section}`);
    const typing = typingFor(form, wanted);
    const mustSave = section === "investment" || section === IMAGE;
    at =
      Object.keys(typing).length > 0 || mustSave
        ? await pastQuestions(official, await official.press(form, saveButton(form), typing))
        : await official.press(form, "返回总览");
  }
  return at;
}

/** The plain 保存 button of a section's form. */
export function saveButton(form: Shown): string {
  const save = buttonsOf(form.card).find((button) => button.submit && button.text === "保存");
  if (!save) throw new Error(`no 保存 on ${form.words.slice(0, 80)}`);
  return save.name;
}

/** Answers soft questions, if any, with a word each. */
export async function pastQuestions(official: AtClient, shown: Pressed): Promise<Pressed> {
  const asked = fieldsOf(shown.card).filter((field) => field.name.startsWith("answer."));
  if (asked.length === 0) return shown;
  return official.press(
    shown,
    "提交说明",
    Object.fromEntries(asked.map((field) => [field.name, "情况属实"])),
  );
}

/** Replies to the form of image progress with a photo, which is filed there without a question. */
export async function sendPhoto(official: AtClient, overview: Shown, n: number): Promise<Shown> {
  const form = await official.press(overview, `open__${IMAGE}`);
  await official.reply(form, photo(n));
  return official.press(form, "返回总览");
}

/** The ids of all sections, in the overview's order. */
export function sections(world: DemoWorld): string[] {
  return sectionsOf(world.deps.programme);
}
