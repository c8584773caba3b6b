import type { AtClient, Pressed, Shown } from "./at-client.ts";
import { buttonsOf, fieldsOf } from "./card-reading.ts";

// What a person's hand does on a card: a press is one tap (two where it asks first), a changed drop-down two, one of
// several choices one for each beside opening and closing it, a photo sent as a reply three.

export type Cost = { taps: number; chinese: number; other: number };
export type Hand = {
  cost: Cost;
  press: (at: Shown, button: string, fill?: Record<string, unknown>) => Promise<Pressed>;
};

/** A person's hand, with everything it does counted from the card it does it on. */
export function counting(official: AtClient): Hand {
  const cost: Cost = { taps: 0, chinese: 0, other: 0 };
  const press: Hand["press"] = (at, button, fill) => {
    const boxes = new Map(fieldsOf(at.card).map((field) => [field.name, field]));
    for (const [name, value] of Object.entries(fill ?? {})) {
      if (boxes.get(name)?.tag === "select_static") cost.taps += 2;
      else if (Array.isArray(value)) cost.taps += 2 + value.length;
      else
        for (const c of String(value))
          cost[/\p{Script=Han}|[，。、；：]/u.test(c) ? "chinese" : "other"] += 1;
    }
    const pressed = buttonsOf(at.card).find((one) => one.name === button || one.text === button);
    cost.taps += pressed?.confirm ? 2 : 1;
    return official.press(at, button, fill);
  };
  return { cost, press };
}

/** The form's own suggestion of what to do next. */
export function onward(at: Shown): string {
  const [first] = buttonsOf(at.card).filter((button) => button.submit);
  return first?.name ?? "";
}
