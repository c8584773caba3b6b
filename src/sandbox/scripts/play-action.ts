import { awaitMessage, missing } from "./await-message.ts";
import { drawPicture } from "./draw-picture.ts";
import { judge, type Played } from "./judge.ts";
import { pressCard } from "./press-step.ts";
import type { Action, CardRef } from "./script-schema.ts";
import { act, awaited, groupCalled, personCalled, type Stage } from "./stage.ts";

/** Plays one action of a person. Throws for unknown people; other failures are returned. */
export async function playAction(stage: Stage, action: Action): Promise<Played> {
  const as = personCalled(stage.sandbox, action.who).open_id;
  if (action.press !== undefined) return pressCard(stage, as, action, action.press);
  if (action.forget !== undefined) return { ok: true, did: `forgot ${action.forget}` };
  if (action.wait !== undefined) return waitFor(stage, as, action, action.wait);
  if (action.on !== undefined) return answerMessage(stage, as, action, action.on);
  const { did, what } = freeAct(stage, action);
  const play = async () => judge(action, did, await act(stage, { ...what, as }));
  if (action.answered === undefined) return play();
  const said = saidIn(stage, action, as);
  const before = said();
  const played = await play();
  if (!played.ok) return played;
  const patience = action.patience_ms ?? stage.patienceMs;
  const answered = await awaited(stage, patience, () => (said() > before ? true : undefined));
  return answered ? played : { ok: false, did, error: "the bot did not answer" };
}

/** Counts what bots have said where the action takes place. */
function saidIn({ sandbox, app }: Stage, { group }: Action, as: string): () => number {
  const place =
    group === undefined ? sandbox.store.p2pChat(as, app.app_id).chat_id : groupCalled(sandbox, group);
  return () => sandbox.store.messagesOf(place).filter(({ sender }) => sender.type === "app").length;
}

async function waitFor(stage: Stage, as: string, action: Action, ref: CardRef): Promise<Played> {
  const did = `waited for ${JSON.stringify(ref)}`;
  const wanted = { as, ref, cardsOnly: typeof ref === "string" || ref.title !== undefined };
  const found = await awaitMessage(stage, wanted, action);
  if (found === undefined) return missing(stage, wanted, did);
  return { ok: true, did, message_id: found.message_id };
}

// Replies, pictures, files and reactions to a message.
async function answerMessage(stage: Stage, as: string, action: Action, ref: CardRef): Promise<Played> {
  const wanted = { as, ref, cardsOnly: false };
  const found = await awaitMessage(stage, wanted, action);
  if (found === undefined) return missing(stage, wanted, `answered ${JSON.stringify(ref)}`);
  const { message_id } = found;
  if (action.react !== undefined) {
    const outcome = await act(stage, { act: "react", as, message_id, emoji: action.react });
    return judge(action, `put ${action.react} under it`, outcome);
  }
  const { did, content } = outgoing(action);
  const outcome = await act(stage, { act: "reply", as, message_id, content });
  return judge(action, `replied with ${did}`, outcome);
}

function freeAct(stage: Stage, action: Action): { did: string; what: Record<string, unknown> } {
  const { app, sandbox } = stage;
  const { app_id } = app;
  if (action.act !== undefined) return { did: `act ${String(action.act.act)}`, what: action.act };
  if (action.enter !== undefined) return { did: "opened the chat", what: { act: "enter", app_id } };
  if (action.menu !== undefined) return fromMenu(stage, action.menu);
  if (action.read !== undefined) {
    const chat_id =
      action.read === true
        ? sandbox.store.p2pChat(personCalled(sandbox, action.who).open_id, app_id).chat_id
        : groupCalled(sandbox, action.read);
    return { did: "read the chat", what: { act: "read", chat_id } };
  }
  const { did, content } = outgoing(action, app);
  const place = action.group === undefined ? { app_id } : { chat_id: groupCalled(sandbox, action.group) };
  return { did: `sent ${did}`, what: { act: "send", ...place, content } };
}

function fromMenu(stage: Stage, called: string): { did: string; what: Record<string, unknown> } {
  const { app_id, menu } = stage.app;
  const item = menu.find((one) => [one.text, one.text_en, one.event_key].includes(called));
  if (item === undefined) throw new Error(`the bot's menu has no ${called}`);
  const did = `chose ${item.text} from the menu`;
  if (item.send === undefined) return { did, what: { act: "menu", app_id, event_key: item.event_key } };
  return { did, what: { act: "send", app_id, content: { kind: "text", text: item.send } } };
}

function outgoing(action: Action, app?: { name: string; bot_open_id: string }) {
  const { photo, file } = action;
  if (photo !== undefined) {
    const base64 = Buffer.from(drawPicture(photo)).toString("base64");
    const name = /\.\w+$/.test(photo) ? photo : `${photo}.png`;
    return { did: `the picture ${name}`, content: { kind: "image", name, base64 } };
  }
  if (file !== undefined) {
    const base64 = Buffer.from(`${file}\n`).toString("base64");
    return { did: `the file ${file}`, content: { kind: "file", name: file, base64 } };
  }
  const said = action.say ?? action.reply ?? "";
  const text =
    app === undefined ? said : said.replaceAll(`@${app.name}`, `<at user_id="${app.bot_open_id}"></at>`);
  return { did: JSON.stringify(said), content: { kind: "text", text } };
}
