import { z } from "zod";
import { openBot } from "../server/bot.ts";
import { APP_ID, openDesk } from "../server/desk.ts";

const GROUP = "oc_office";

const eventSchema = z.object({
  header: z.object({ event_type: z.string() }),
  event: z.looseObject({
    operator: z.object({ open_id: z.string().optional() }).loose().optional(),
    action: z
      .object({ value: z.unknown(), form_value: z.record(z.string(), z.unknown()).optional() })
      .optional(),
  }),
});
const menuSchema = z.object({ operator: z.object({ operator_id: z.object({ open_id: z.string() }) }) });

const title = (content: string) => ({ title: { tag: "plain_text", content } });
const words = (content: string) => ({ tag: "markdown", content });
const button = (text: string, name: string, more = {}) => ({
  tag: "button",
  name,
  text: { tag: "plain_text", content: text },
  behaviors: [{ type: "callback", value: { do: name } }],
  ...more,
});
const cardOf = (header: string, elements: unknown[]) => ({
  schema: "2.0",
  config: { update_multi: true },
  header: title(header),
  body: { elements },
});

const orderCard = cardOf("Your order", [
  {
    tag: "form",
    name: "order",
    elements: [
      {
        tag: "select_static",
        name: "dish",
        required: true,
        placeholder: { tag: "plain_text", content: "Dish" },
        options: ["Noodles", "Rice"].map((dish) => ({
          text: { tag: "plain_text", content: dish },
          value: dish.toLowerCase(),
        })),
      },
      { tag: "input", name: "note", label: { tag: "plain_text", content: "Note (optional)" } },
      button("Send", "send", { form_action_type: "submit" }),
    ],
  },
]);

/**
 * A bot that takes lunch orders, written against the platform's documents only: after its answer it sends
 * further messages, like a real one. `settle` resolves when it has nothing more to send.
 */
export async function openLunch() {
  const bot = await openBot(({ body }) => ({ body: answer(body) }));
  const desk = await openDesk({
    apps: [
      {
        app_id: APP_ID,
        app_secret: "secret one",
        encrypt_key: "a key for tests",
        verification_token: "a token for tests",
        name: "Lunch",
        menu: [{ text: "点餐", text_en: "Order", event_key: "order" }],
      },
    ],
    people: [{ name: "Anna" }, { name: "Ben", title: "cook" }, { name: "Carla", title: "cook" }],
    groups: [{ chat_id: GROUP, name: "Office", members: ["Anna", "Ben", "Carla"] }],
    now: "2026-09-01T08:00:00+08:00",
  });
  const orders = new Map<string, string>();
  const sending = new Set<Promise<unknown>>();

  function later(work: () => Promise<unknown>): void {
    const run = new Promise((resolve) => setImmediate(resolve)).then(work).finally(() => sending.delete(run));
    sending.add(run);
  }

  function answer(body: unknown): unknown {
    const envelope = eventSchema.safeParse(body);
    if (!envelope.success) return {};
    const { header, event } = envelope.data;
    if (header.event_type === "im.message.receive_v1") {
      later(() =>
        desk.send(
          GROUP,
          "interactive",
          cardOf("Lunch today", [words("Who is hungry?"), button("Close", "close")]),
        ),
      );
    }
    if (header.event_type === "application.bot.menu_v6") {
      const { open_id } = menuSchema.parse(event).operator.operator_id;
      later(() => desk.send(open_id, "interactive", orderCard));
    }
    if (header.event_type !== "card.action.trigger") return {};
    return pressed(event.operator?.open_id ?? "", event.action?.form_value);
  }

  function pressed(who: string, form: Record<string, unknown> | undefined): unknown {
    if (form === undefined) {
      for (const person of orders.keys()) {
        const { name } = desk.sandbox.state().people.find((one) => one.open_id === person) ?? { name: "" };
        later(() => desk.send(person, "text", { text: `Thank you, ${name}` }));
      }
      return { toast: { type: "success", content: `${orders.size} orders` } };
    }
    if (orders.has(who)) return { toast: { type: "warning", content: "You have ordered already" } };
    orders.set(who, String(form.dish));
    const dish = form.dish === "noodles" ? "Noodles" : "Rice";
    const card = cardOf("Ordered", [words(dish)]);
    return { toast: { type: "success", content: dish }, card: { type: "raw", data: card } };
  }

  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url, callback_url: bot.url });
  const settle = async () => {
    while (sending.size > 0) await Promise.all(sending);
  };
  return { desk, bot, orders, settle };
}
