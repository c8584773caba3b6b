import type { Exchange } from "../../protocol.ts";

export type ExchangeFilter = { direction: Exchange["direction"] | ""; query: string; chat: string };

/** The matching exchanges, newest first. `chat` also matches exchanges that name the chat in their bodies. */
export function filterExchanges(all: readonly Exchange[], filter: ExchangeFilter): Exchange[] {
  const query = filter.query.trim().toLowerCase();
  const fits = (exchange: Exchange): boolean => {
    if (filter.direction && exchange.direction !== filter.direction) return false;
    const texts = [exchange.path, exchange.request, exchange.decrypted ?? "", exchange.response];
    if (filter.chat && exchange.chat_id !== filter.chat && !texts.some((text) => text.includes(filter.chat)))
      return false;
    return query === "" || texts.some((text) => text.toLowerCase().includes(query));
  };
  return all.filter(fits).reverse();
}
