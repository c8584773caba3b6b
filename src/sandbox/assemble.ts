import { createAdmitCard } from "./card/admit-card.ts";
import { createTemplates } from "./card/templates.ts";
import { createClock } from "./clock.ts";
import { createCallbacks } from "./delivery/callbacks.ts";
import { createCourier } from "./delivery/courier.ts";
import type { Wire } from "./delivery/deliver.ts";
import { createReach } from "./delivery/reach.ts";
import { createUpdateTokens } from "./delivery/update-tokens.ts";
import { createExchangeLog } from "./exchange-log.ts";
import { createFaults } from "./faults.ts";
import type { Kept } from "./keep/kept-state.ts";
import { platformClientConfig } from "./long-connection/client-config.ts";
import { createLinks } from "./long-connection/links.ts";
import { createTickets } from "./long-connection/tickets.ts";
import { createCardEntities } from "./platform/cardkit/card-entities.ts";
import { createMade } from "./platform/made.ts";
import { createSignIns } from "./platform/oauth/sign-ins.ts";
import { createRateLimits } from "./platform/rate-limits.ts";
import { createSentOnce } from "./platform/sent-once.ts";
import { createTokens } from "./platform/tokens.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxConfig } from "./sandbox-config.ts";
import type { SandboxOptions } from "./sandbox-options.ts";
import { createStore, type Store } from "./store.ts";

/** Creates the parts of an empty sandbox, with every fault off. */
export function assemble(config: SandboxConfig, options: SandboxOptions, kept?: Kept): Sandbox {
  const machine = options.clock ?? Date.now;
  const asked = config.now === undefined ? undefined : Date.parse(config.now);
  const clock = createClock(machine, kept === undefined ? asked : machine() + kept.ahead_ms);
  const store = createStore();
  const faults = createFaults(store.tellFaults);
  const deadlines = { delivery: 3_000, challenge: 1_000, ...options.deadlines };
  const wire: Wire = { clock, faults, exchanges: createExchangeLog(store), deadlines };
  return {
    title: config.title ?? "",
    titleEn: config.title_en ?? "",
    moments: momentsOf(config),
    ...(config.guide === undefined ? {} : { guide: config.guide }),
    clockUrl: config.clock_url ?? "",
    store,
    clock,
    faults,
    exchanges: wire.exchanges,
    wire,
    ...ways(wire, store, config, options),
    tickets: createTickets(clock.machine),
    tokens: createTokens(clock.machine),
    limits: createRateLimits(clock.machine),
    sentOnce: createSentOnce(clock.now),
    made: createMade(clock.now),
    signIns: createSignIns(clock.machine),
  };
}

/** The parts that deliver to bots, and those that handle a bot's cards. */
function ways(wire: Wire, store: Store, config: SandboxConfig, options: SandboxOptions) {
  const { now } = wire.clock;
  const clientConfig = { ...platformClientConfig, ...options.clientConfig };
  const links = createLinks(wire, clientConfig, (appId) => {
    if (store.app(appId)?.event_mode === "long_connection") courier.replay(appId);
  });
  const reach = createReach(wire, links);
  const courier = createCourier(wire, store, reach);
  const admitCard = createAdmitCard(store, { ...config.card_switches, mode: config.card_mode ?? "observed" });
  const cards = createCardEntities(now, store.tellCardEntity);
  const templates = createTemplates(store.tellTemplates);
  const updateTokens = createUpdateTokens(now);
  const callbacks = createCallbacks(wire, store, reach, updateTokens, admitCard, cards, templates);
  return { clientConfig, links, courier, admitCard, cards, templates, updateTokens, callbacks };
}

function momentsOf({ moments = [] }: SandboxConfig): Sandbox["moments"] {
  return moments.map(({ title, title_en, at }) => ({
    title,
    title_en: title_en ?? title,
    at: Date.parse(at),
  }));
}
