import * as z from "zod";

// What two of the bot's processes say to each other. Everything said in one turn of the event loop goes as one message,
// because a message costs more than what is in it.

/** `id`: an answer is wanted; `re`: the answer to that one; `failed`: why there is none. */
const saidSchema = z.array(
  z.object({
    id: z.number().optional(),
    re: z.number().optional(),
    failed: z.string().optional(),
    body: z.unknown(),
  }),
);
type Said = z.infer<typeof saidSchema>[number];

export type Line<Message> = {
  tell: (message: Message) => void;
  /** Resolves with the other side's answer; rejects when it had none. */
  ask: (message: Message) => Promise<unknown>;
};

/** The end of a line: a child, or in a child the process itself. */
type End = {
  connected: boolean;
  send?: (all: Said[], done: () => void) => unknown;
  on: (event: "message", hear: (all: unknown) => void) => unknown;
};

/** `hear`: what the other side says, and the answer to it. */
export function openLine<Message>(end: End, hear: (message: unknown) => unknown): Line<Message> {
  const asked = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let said: Said[] = [];
  let last = 0;

  function say(one: Said): void {
    if (said.length === 0) setImmediate(flush);
    said.push(one);
  }

  function flush(): void {
    const all = said;
    said = [];
    // Whoever ended needs no answer.
    if (end.connected) end.send?.(all, () => {});
  }

  async function answer({ id, body }: Said): Promise<void> {
    try {
      const found = await hear(body);
      if (id !== undefined) say({ re: id, body: found });
    } catch (error) {
      if (id === undefined) throw error;
      say({ re: id, failed: error instanceof Error ? error.message : "unknown", body: null });
    }
  }

  function settle({ re = 0, failed, body }: Said): void {
    const waiting = asked.get(re);
    asked.delete(re);
    if (failed === undefined) waiting?.resolve(body);
    else waiting?.reject(new Error(failed));
  }

  end.on("message", (message) => {
    // A server that is handed over comes by itself.
    const heard = saidSchema.safeParse(message);
    for (const one of heard.data ?? []) {
      if (one.re === undefined) void answer(one);
      else settle(one);
    }
  });

  return {
    tell: (body) => say({ body }),
    ask: (body) =>
      new Promise((resolve, reject) => {
        last += 1;
        asked.set(last, { resolve, reject });
        say({ id: last, body });
      }),
  };
}
