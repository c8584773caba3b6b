import { type Acting, performAct } from "../client/perform-act.ts";
import type { ActOutcome } from "../client/press-card.ts";
import type { SandboxPerson } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import type { AppRecord } from "../store.ts";

/** Everything a script is played with. */
export type Stage = {
  sandbox: Acting & Pick<Sandbox, "clockUrl">;
  app: AppRecord;
  /** How long a step waits for what it needs, ms of the machine's clock. */
  patienceMs: number;
  /**
   * Resolves when the bot has finished reacting. Unknown when the bot is reached over HTTP; it then resolves
   * at once.
   */
  settle(): Promise<void>;
  /** Aborted when the script is stopped. */
  stop: AbortSignal;
};

/** A person by open_id or unique name; throws for an unknown or ambiguous name. */
export function personCalled(sandbox: Pick<Sandbox, "store">, who: string): SandboxPerson {
  const known = sandbox.store.person(who);
  if (known !== undefined) return known;
  const named = sandbox.store.people().filter((one) => one.name === who || one.en_name === who);
  const [only] = named;
  if (only === undefined) throw new Error(`there is no person ${who}`);
  if (named.length > 1) throw new Error(`${named.length} people are called ${who}: use the open_id`);
  return only;
}

/** The chat id of the group with this name or id; throws when there is none. */
export function groupCalled(sandbox: Pick<Sandbox, "store">, name: string): string {
  const group = sandbox.store
    .chats()
    .find((chat) => chat.type === "group" && (chat.chat_id === name || chat.name === name));
  if (group === undefined) throw new Error(`there is no group ${name}`);
  return group.chat_id;
}

/** Performs one act and waits until everyone has reacted. */
export async function act(stage: Stage, what: Record<string, unknown>): Promise<ActOutcome> {
  const outcome = await performAct(stage.sandbox, what);
  await stage.sandbox.courier.idle();
  await stage.settle();
  return outcome;
}

/** Repeats `look` until it finds something; undefined when the patience is over. */
export async function awaited<T>(
  stage: Stage,
  patienceMs: number,
  look: () => T | undefined,
): Promise<T | undefined> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const changed = nextChange(stage, until);
    const found = look();
    const left = until - performance.now();
    if (found !== undefined || left <= 0 || stage.stop.aborted) {
      changed.cancel();
      return found;
    }
    await changed.promise;
  }
}

function nextChange(stage: Stage, until: number): { promise: Promise<void>; cancel: () => void } {
  let finish = () => {};
  const promise = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const timer = setTimeout(finish, Math.max(0, until - performance.now()));
  const stopListening = stage.sandbox.store.listen((event) => {
    if (event.kind !== "exchange") finish();
  });
  stage.stop.addEventListener("abort", finish);
  const cancel = () => {
    clearTimeout(timer);
    stopListening();
    stage.stop.removeEventListener("abort", finish);
    finish();
  };
  return { promise: promise.then(cancel), cancel };
}
