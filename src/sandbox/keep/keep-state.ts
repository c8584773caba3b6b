import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { parseJson } from "../parse-json.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Kept, keptSchema } from "./kept-state.ts";

const FILE = "state.json";
const PAUSE_MS = 200;

/**
 * The state stored in a folder; undefined if there is none. Throws for an invalid file, naming each wrong
 * path.
 */
export async function loadKept(folder: string): Promise<Kept | undefined> {
  const file = join(folder, FILE);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = keptSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new Error(`${file} is no state of a sandbox:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

type Parts = Pick<Sandbox, "store" | "clock" | "cards" | "templates">;

/** Fills an empty sandbox with the stored state. */
export async function restore({ store, cards, templates }: Parts, kept: Kept, folder: string): Promise<void> {
  for (const app of kept.apps) store.putApp(app);
  for (const person of kept.people) store.putPerson(person);
  for (const chat of kept.chats) store.putChat(chat);
  for (const message of kept.messages) store.putMessage(message);
  for (const [messageId, openId, at] of kept.read_times) store.noteReadAt(messageId, openId, at);
  for (const hook of kept.hooks) store.putHook(hook);
  for (const entity of kept.card_entities) cards.restore({ ...entity, uuids: new Set(entity.uuids) });
  for (const template of kept.templates) templates.publish(template);
  for (const resource of kept.resources) {
    store.putResource({ ...resource, bytes: new Uint8Array(await readFile(join(folder, resource.key))) });
  }
}

export type Keeper = { end(): Promise<void> };

/**
 * Writes the state to a folder at the start, shortly after each change, and at the end. The file is replaced
 * as a whole, so a killed sandbox leaves the previous state intact.
 */
export function keepState({ store, clock, cards, templates }: Parts, folder: string): Keeper {
  const written = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    await mkdir(folder, { recursive: true });
    const resources = store.resources();
    for (const { key, bytes } of resources) {
      if (written.has(key)) continue;
      await writeFile(join(folder, key), bytes);
      written.add(key);
    }
    const kept: Kept = {
      ahead_ms: clock.now() - clock.machine(),
      apps: store.apps(),
      people: store.people(),
      chats: store.chats(),
      messages: store.messages(),
      read_times: store.readTimes(),
      hooks: store.hooks(),
      resources: resources.map(({ bytes: _bytes, ...resource }) => resource),
      card_entities: cards.all().map(({ uuids, ...entity }) => ({ ...entity, uuids: [...uuids] })),
      templates: templates.all(),
    };
    await writeFile(join(folder, `${FILE}.new`), JSON.stringify(kept));
    await rename(join(folder, `${FILE}.new`), join(folder, FILE));
  }

  const later = () => {
    timer = undefined;
    writing = writing.then(write).catch((error: unknown) => console.error(`sandbox: ${folder}:`, error));
  };
  timer = setTimeout(later, PAUSE_MS);
  const stopListening = store.listen(({ kind }) => {
    if (kind !== "exchange" && kind !== "script") timer ??= setTimeout(later, PAUSE_MS);
  });
  return {
    async end() {
      stopListening();
      clearTimeout(timer);
      later();
      await writing;
    },
  };
}
