import type { Reply } from "../procedure/definition.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Programme } from "../programme/programme.ts";
import { readReply } from "./read-reply.ts";
import { taskOf } from "./task.ts";

/** The step meant by a text reply to a task's card: progress, an extension, 签收, or text for the record. */
export function taskReply(text: string, record: ProcedureRecord, programme: Programme): Reply {
  const reading = readReply(text, taskOf(record).due, programme);
  switch (reading.kind) {
    case "progress":
      return { step: "progress", typed: { percent: String(reading.percent), words: reading.words } };
    case "doubtful":
      return {
        step: "progress",
        typed: {
          percent: reading.percent === undefined ? "" : String(reading.percent),
          words: reading.words,
        },
        asks: reading.raw,
      };
    case "extension":
      return { step: "request_extension", typed: { until: reading.to, reason: reading.words }, asks: "" };
    case "sign":
      return { step: "sign", typed: {} };
    case "words":
      return { step: "show", typed: { words: reading.words }, loose: true };
  }
}
