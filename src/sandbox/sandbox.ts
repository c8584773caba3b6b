import type { AdmitCard } from "./card/admit-card.ts";
import type { CardTemplates } from "./card/templates.ts";
import type { SandboxClock } from "./clock.ts";
import type { Callbacks } from "./delivery/callbacks.ts";
import type { Courier } from "./delivery/courier.ts";
import type { Wire } from "./delivery/deliver.ts";
import type { UpdateTokens } from "./delivery/update-tokens.ts";
import type { ExchangeLog } from "./exchange-log.ts";
import type { Faults } from "./faults.ts";
import type { ClientConfig } from "./long-connection/client-config.ts";
import type { Links } from "./long-connection/links.ts";
import type { Tickets } from "./long-connection/tickets.ts";
import type { CardEntities } from "./platform/cardkit/card-entities.ts";
import type { Made } from "./platform/made.ts";
import type { SignIns } from "./platform/oauth/sign-ins.ts";
import type { RateLimits } from "./platform/rate-limits.ts";
import type { SentOnce } from "./platform/sent-once.ts";
import type { Tokens } from "./platform/tokens.ts";
import type { Moment } from "./protocol.ts";
import type { GuideFile } from "./read-guide.ts";
import type { Store } from "./store.ts";

/** All parts of a running sandbox, passed to each request. */
export type Sandbox = {
  title: string;
  titleEn: string;
  moments: Moment[];
  /** As configured; `guideView` gives what the page gets. */
  guide?: GuideFile;
  /** URL informed of every clock move; empty for none. */
  clockUrl: string;
  store: Store;
  clock: SandboxClock;
  faults: Faults;
  exchanges: ExchangeLog;
  wire: Wire;
  courier: Courier;
  links: Links;
  tickets: Tickets;
  clientConfig: ClientConfig;
  callbacks: Callbacks;
  updateTokens: UpdateTokens;
  tokens: Tokens;
  limits: RateLimits;
  sentOnce: SentOnce;
  admitCard: AdmitCard;
  cards: CardEntities;
  templates: CardTemplates;
  made: Made;
  signIns: SignIns;
};
