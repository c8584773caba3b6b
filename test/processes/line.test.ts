import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { openLine } from "../../src/processes/line.ts";

/** Two ends; `messages`: what went over, one item for each message. */
function pair(hear: (said: unknown) => unknown) {
  const messages: unknown[][] = [];
  const [here, there] = [new EventEmitter(), new EventEmitter()];
  const end = (own: EventEmitter, other: EventEmitter) => ({
    connected: true,
    send: (all: unknown[]) => {
      messages.push(all);
      setImmediate(() => other.emit("message", structuredClone(all)));
    },
    on: (event: "message", heard: (all: unknown) => void) => own.on(event, heard),
  });
  openLine(end(there, here), hear);
  return { line: openLine<unknown>(end(here, there), () => {}), messages };
}

test("what is said in one turn goes together, and each is answered by itself", async () => {
  const heard: unknown[] = [];
  const { line, messages } = pair(async (said) => {
    heard.push(said);
    return said === 2 ? Promise.reject(new Error("not two")) : Number(said) * 10;
  });
  line.tell("nothing");
  const asked = await Promise.allSettled([1, 2, 3].map((n) => line.ask(n)));
  expect(asked).toMatchObject([
    { status: "fulfilled", value: 10 },
    { status: "rejected", reason: new Error("not two") },
    { status: "fulfilled", value: 30 },
  ]);
  expect(heard).toEqual(["nothing", 1, 2, 3]);
  expect(messages.map((all) => all.length)).toEqual([4, 3]);
});
