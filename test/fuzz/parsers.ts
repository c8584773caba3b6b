import { FILE_PARSERS } from "./file-parsers.ts";
import { WIRE_PARSERS } from "./wire-parsers.ts";
import { WORD_PARSERS } from "./word-parsers.ts";

/** Every parser of outside input. A new one is one line in its table. */
export const PARSERS = [...WIRE_PARSERS, ...WORD_PARSERS, ...FILE_PARSERS];
