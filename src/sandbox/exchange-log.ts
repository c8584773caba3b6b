import { maskSecrets } from "./mask-secrets.ts";
import type { Exchange } from "./protocol.ts";
import type { Store } from "./store.ts";

const KEPT = 20_000;
/** Total length of all bodies, in characters; beyond it the oldest exchanges are dropped. */
const KEPT_CHARACTERS = 50_000_000;
const LONGEST_BODY = 40_000;

export type ExchangeFilter = {
  after?: number;
  before?: number;
  person?: string;
  chat_id?: string;
  path?: string;
  direction?: string;
};

export type ExchangeLog = {
  /** Stores an exchange, with its bodies masked and truncated. */
  add(exchange: Omit<Exchange, "id">): Exchange;
  /** The newest `limit` matching exchanges, oldest first. */
  list(filter: ExchangeFilter, limit: number): Exchange[];
};

/** The last 20,000 exchanges with bots, or fewer when their bodies are long. */
export function createExchangeLog(store: Store): ExchangeLog {
  const kept: Exchange[] = [];
  let lastId = 0;
  let characters = 0;

  function forgetOldest(): void {
    let gone = 0;
    while (kept.length - gone > KEPT || characters > KEPT_CHARACTERS) characters -= sizeOf(kept[gone++]);
    kept.splice(0, gone);
  }

  return {
    add(exchange) {
      lastId += 1;
      const secrets = store
        .apps()
        .flatMap((app) => [app.app_secret, app.verification_token, app.encrypt_key]);
      const shown = (body: string) => shorten(maskSecrets(body, secrets));
      const { request, response, decrypted } = exchange;
      const stored: Exchange = {
        id: lastId,
        ...exchange,
        request: shown(request),
        response: shown(response),
      };
      if (decrypted !== undefined) stored.decrypted = shown(decrypted);
      kept.push(stored);
      characters += sizeOf(stored);
      if (kept.length > KEPT + 1_000 || characters > KEPT_CHARACTERS) forgetOldest();
      store.tellExchange(stored);
      return stored;
    },
    list: (filter, limit) => kept.filter((one) => fits(one, filter)).slice(-limit),
  };
}

function sizeOf(exchange: Exchange | undefined): number {
  if (exchange === undefined) return 0;
  return exchange.request.length + exchange.response.length + (exchange.decrypted?.length ?? 0);
}

function shorten(body: string): string {
  return body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY)}… (${body.length})` : body;
}

function fits(exchange: Exchange, filter: ExchangeFilter): boolean {
  if (filter.after !== undefined && exchange.id <= filter.after) return false;
  if (filter.before !== undefined && exchange.id >= filter.before) return false;
  if (filter.person !== undefined && exchange.person !== filter.person) return false;
  if (filter.chat_id !== undefined && exchange.chat_id !== filter.chat_id) return false;
  if (filter.direction !== undefined && exchange.direction !== filter.direction) return false;
  return filter.path === undefined || exchange.path.includes(filter.path);
}
