import { openBot } from "../server/bot.ts";
import { ANNA, APP_ID, card, openDesk } from "../server/desk.ts";

export const MESSAGES = "/open-apis/im/v1/messages";

const BUTTON = {
  tag: "button",
  name: "approve",
  text: { tag: "plain_text", content: "Approve" },
  behaviors: [{ type: "callback", value: { do: "approve" } }],
};

/** A bot that accepts everything, its desk, and helpers to switch faults and send messages. */
export async function withFaults() {
  const bot = await openBot(({ body }) => ({ status: body === undefined ? 400 : 200 }));
  const desk = await openDesk();
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url, callback_url: bot.url });
  const auth = await desk.token();
  const faults = (body: unknown) => desk.post("/sandbox/faults", body);
  const on = async () => (await desk.call("GET", "/sandbox/faults")).body;
  const send = (to = ANNA) =>
    desk.post(
      `${MESSAGES}?receive_id_type=${to.startsWith("oc_") ? "chat_id" : "open_id"}`,
      { receive_id: to, msg_type: "text", content: '{"text":"x"}' },
      auth,
    );
  const say = async (text: string, as = ANNA) => {
    await desk.act({ act: "send", as, app_id: APP_ID, content: { kind: "text", text } });
  };
  const said = () =>
    bot.events().flatMap(({ event }) => {
      const message: unknown = event.message;
      const content =
        typeof message === "object" && message !== null && "content" in message ? message.content : "";
      return typeof content === "string" && content !== "" ? [String(JSON.parse(content).text)] : [];
    });
  const sendCard = (to: string) => desk.send(to, "interactive", card(BUTTON));
  const press = (message_id: string, as: string) =>
    desk.act({ act: "press", as, message_id, target: { name: "approve" } });
  return { bot, desk, auth, faults, on, send, say, said, sendCard, press };
}
