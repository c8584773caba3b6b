import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { parseJson } from "../parse-json.ts";
import type { Sandbox } from "../sandbox.ts";
import { keptSchema, type SandboxCopy } from "./kept-state.ts";

const FILE = "state.json";
const PAUSE_MS = 200;

/**
 * What is stored in a folder; undefined if there is nothing. Throws for an invalid file, naming each wrong path.
 */
export async function loadKept(folder: string): Promise<SandboxCopy | undefined> {
  const file = join(folder, FILE);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = keptSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new Error(`${file} is no state of a sandbox:\n${z.prettifyError(parsed.error)}`);
  const files = new Map<string, Uint8Array>();
  for (const { key } of parsed.data.resources)
    files.set(key, new Uint8Array(await readFile(join(folder, key))));
  return { state: parsed.data, files };
}

type Parts = Pick<Sandbox, "store" | "clock" | "cards" | "templates">;

/** Fills an empty sandbox with what was kept of another. */
export function restore({ store, cards, templates }: Parts, { state: kept, files }: SandboxCopy): void {
  for (const app of kept.apps) store.putApp(app);
  for (const person of kept.people) store.putPerson(person);
  for (const chat of kept.chats) store.putChat(chat);
  for (const message of kept.messages) store.putMessage(message);
  for (const [messageId, openId, at] of kept.read_times) store.noteReadAt(messageId, openId, at);
  for (const hook of kept.hooks) store.putHook(hook);
  for (const entity of kept.card_entities) cards.restore({ ...entity, uuids: new Set(entity.uuids) });
  for (const template of kept.templates) templates.publish(template);
  for (const resource of kept.resources) {
    const bytes = files.get(resource.key);
    if (bytes !== undefined) store.putResource({ ...resource, bytes });
  }
}

/** What is kept of a sandbox, as it is now. */
export function copyOf({ store, clock, cards, templates }: Parts): SandboxCopy {
  const resources = store.resources();
  return {
    state: {
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
    },
    files: new Map(resources.map(({ key, bytes }) => [key, bytes])),
  };
}

export type Keeper = { end(): Promise<void> };

/**
 * Writes the state to a folder at the start, shortly after each change, and at the end. The file is replaced
 * as a whole, so a killed sandbox leaves the previous state intact.
 */
export function keepState(parts: Parts, folder: string): Keeper {
  const written = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    await mkdir(folder, { recursive: true });
    const { state, files } = copyOf(parts);
    for (const [key, bytes] of files) {
      if (written.has(key)) continue;
      await writeFile(join(folder, key), bytes);
      written.add(key);
    }
    await writeFile(join(folder, `${FILE}.new`), JSON.stringify(state));
    await rename(join(folder, `${FILE}.new`), join(folder, FILE));
  }

  const later = () => {
    timer = undefined;
    writing = writing.then(write).catch((error: unknown) => console.error(`sandbox: ${folder}:`, error));
  };
  timer = setTimeout(later, PAUSE_MS);
  const stopListening = parts.store.listen(({ kind }) => {
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
