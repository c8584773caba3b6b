import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { mentionQuery } from "../world/mentions.ts";
import { type Candidate, mentionCandidates } from "./mention-box.tsx";

type Offer = { found: Candidate[]; from: number };

function offerAt(node: HTMLTextAreaElement, candidates: readonly Candidate[]): Offer | undefined {
  const query = mentionQuery(node.value, node.selectionStart);
  if (query === undefined) return undefined;
  const found = mentionCandidates(candidates, query);
  return found.length > 0 ? { found, from: node.selectionStart - query.length - 1 } : undefined;
}

/** The names offered while `@…` is typed, and the insertion of one. */
export function useMentionOffer(
  box: RefObject<HTMLTextAreaElement | null>,
  candidates: readonly Candidate[],
  onText: (text: string) => void,
) {
  const [offer, setOffer] = useState<Offer | undefined>(undefined);
  const [active, setActive] = useState(0);

  const look = (): void => {
    const node = box.current;
    setOffer(node && candidates.length > 0 ? offerAt(node, candidates) : undefined);
    setActive(0);
  };
  const insert = (from: number, words: string): void => {
    const node = box.current;
    if (!node) return;
    // At once, for whoever types on goes on behind it.
    node.value = `${node.value.slice(0, from)}${words}${node.value.slice(node.selectionStart)}`;
    node.focus();
    node.setSelectionRange(from + words.length, from + words.length);
    onText(node.value);
    look();
  };
  const choose = (one: Candidate): void => insert(offer?.from ?? 0, `@${one.name} `);

  return {
    offer,
    active,
    look,
    choose,
    close: () => setOffer(undefined),
    /** The `@` button; with a single bot in the group it is inserted without a choice. */
    begin(): void {
      const from = box.current?.selectionStart ?? 0;
      const bots = candidates.filter((one) => one.bot);
      insert(from, bots.length === 1 && bots[0] ? `@${bots[0].name} ` : "@");
    },
    /** Handles a key while names are offered; false if the key has another meaning. */
    key(name: string): boolean {
      if (!offer) return false;
      const chosen = offer.found[active];
      const step = name === "ArrowDown" ? 1 : name === "ArrowUp" ? -1 : 0;
      if (step) setActive((active + step + offer.found.length) % offer.found.length);
      else if ((name === "Enter" || name === "Tab") && chosen) choose(chosen);
      else if (name === "Escape") setOffer(undefined);
      else return false;
      return true;
    },
  };
}
