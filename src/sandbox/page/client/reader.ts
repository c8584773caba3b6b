import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { SandboxPerson } from "../../protocol.ts";
import type { Locale } from "../card/locale-text.ts";
import type { Words } from "../words/words.ts";
import type { Client } from "./client.ts";

/** The acting person, their language, and the client to act through. */
export type Reader = {
  client: Client;
  me: SandboxPerson;
  locale: Locale;
  words: Words;
  phone: boolean;
  dark: boolean;
  people: ReadonlyMap<string, SandboxPerson>;
  /** Name of a person or bot by open_id or app_id; the id itself when unknown. */
  nameOf: (id: string) => string;
};

export const ReaderContext = createContext<Reader | undefined>(undefined);

/** The current reader. Throws outside the page, which would be a programming error. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error("no reader: the component stands outside the page");
  return reader;
}
