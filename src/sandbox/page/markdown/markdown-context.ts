import { createContext } from "preact";
import type { Json } from "../card/json.ts";

/** `config` of the surrounding card, for its colour names; absent in other messages. */
/** When the text was sent, UTC ms; shown by a `<local_datetime>` without a time. */
export const SentAt = createContext(Number.NaN);

export const MarkdownConfig = createContext<Json | undefined>(undefined);
