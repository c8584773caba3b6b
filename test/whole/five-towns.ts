import { type AtClient, boxesOf, type Pressed, photo, type Shown } from "../bot/at-client.ts";
import { buttonsOf } from "../bot/card-reading.ts";
import { onward } from "../bot/tap-count.ts";

// What people of the second pack's cities do on their cards.

/** Presses the button whose name begins so. */
export function tap(client: AtClient, shown: Shown, action: string): Promise<Pressed> {
  const found = buttonsOf(shown.card).find(({ name }) => name.startsWith(action));
  if (!found) throw new Error(`no button ${action} on ${shown.words.slice(0, 300)}`);
  return client.press(shown, found.name);
}

/**
 * Fills in every form the quarter's card leads to, each item with `done` %, and submits; `asked` collects the names of the
 * boxes.
 */
export async function handIn(
  person: AtClient,
  card: Shown,
  done: number,
  asked = new Set<string>(),
): Promise<Pressed> {
  const said = (name: string) => {
    if (name.includes("/item.")) return String(done);
    if (name.includes("/source.")) return name.endsWith(".city") ? String(2 * done) : undefined;
    if (name.includes("guests")) return String(100 * done);
    return name.startsWith("answer.") ? "情况属实" : undefined;
  };
  let shown = await tap(person, card, "open__");
  for (let forms = 0; forms < 8 && Object.keys(boxesOf(shown)).length > 0; forms += 1) {
    const boxes = Object.keys(boxesOf(shown));
    for (const name of boxes) asked.add(name);
    if (boxes.some((name) => name.startsWith("streets/"))) await person.reply(shown, photo(done));
    const fill = boxes.flatMap((name) => (said(name) === undefined ? [] : [[name, said(name)]]));
    shown = await person.press(shown, onward(shown), Object.fromEntries(fill));
  }
  return buttonsOf(shown.card).some(({ name }) => name === "submit") ? tap(person, shown, "submit") : shown;
}
