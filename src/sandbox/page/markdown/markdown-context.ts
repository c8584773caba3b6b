import { createContext } from "preact";
import type { Json } from "../card/json.ts";

/** `config` of the card the markdown stands in, for its own colour names; absent in plain messages. */
/** When the text was sent, UTC ms: what a time without one of its own shows. */
export const SentAt = createContext(Number.NaN);

export const MarkdownConfig = createContext<Json | undefined>(undefined);
