import { type RecordWords, recordWords } from "../../src/domain/question/record-words.ts";
import type { ProcedureKit } from "./kit.ts";

const known = new WeakMap<readonly ProcedureKit[], RecordWords[]>();

/** The words of procedures, by which their records can be asked for; taken apart once. */
export function wordsOfKits(kits: readonly ProcedureKit[]): RecordWords[] {
  const found =
    known.get(kits) ??
    kits.map(({ definition, words, inLists, opens = inLists !== undefined }) =>
      recordWords(definition, Object.values(words), opens),
    );
  known.set(kits, found);
  return found;
}
