import type { Act, Outgoing, SandboxChat } from "../../protocol.ts";
import type { Draft } from "../client/client.ts";
import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { type Mentionable, withMentions } from "../world/mentions.ts";
import { outgoingFile, uploadRefusal } from "./outgoing.ts";

export type Composer = {
  draft: Draft;
  change(part: Partial<Draft>): void;
  attach(files: Iterable<File>): void;
  stopReplying(): void;
  send(): Promise<void>;
  /** Sends a text immediately, as a menu item does. */
  say(text: string): Promise<void>;
};

/** The unsent message of a chat, kept while other chats are open, and functions to send it. */
export function useComposer(chat: SandboxChat, mentionable: readonly Mentionable[]): Composer {
  const { client, me, words } = useReader();
  const kept = client.draft(`${me.open_id} ${chat.chat_id}`);
  const draft = useObservable(kept);
  const change = (part: Partial<Draft>): void => kept.set({ ...kept.get(), ...part });

  const post = async (content: Outgoing, replyTo: string | undefined): Promise<boolean> => {
    const act: Act = replyTo
      ? { act: "reply", as: me.open_id, message_id: replyTo, content }
      : { act: "send", as: me.open_id, chat_id: chat.chat_id, content };
    const answer = await client.act(act);
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
    return answer.ok;
  };

  const send = async (): Promise<void> => {
    const { text, files, replyTo } = kept.get();
    kept.set({ text: "", files: [] });
    const plain = text.trim();
    const contents = await Promise.all(files.map(outgoingFile));
    if (plain)
      contents.push({ kind: "text", text: chat.type === "group" ? withMentions(plain, mentionable) : plain });
    let sent = true;
    for (const content of contents) sent = (await post(content, replyTo)) && sent;
    if (!sent && kept.get().text === "") change({ text, files, ...(replyTo && { replyTo }) });
  };

  return {
    draft,
    change,
    send,
    say: async (text) => void (await post({ kind: "text", text }, undefined)),
    stopReplying() {
      const { replyTo: _, ...rest } = kept.get();
      kept.set(rest);
    },
    attach(files) {
      const taken: File[] = [];
      for (const file of files) {
        const refusal = uploadRefusal(file.size);
        if (!refusal) taken.push(file);
        else
          client.toasts.show(
            "error",
            refusal === "empty" ? words.emptyFile(file.name) : words.tooBig(file.name),
          );
      }
      change({ files: [...kept.get().files, ...taken] });
    },
  };
}
