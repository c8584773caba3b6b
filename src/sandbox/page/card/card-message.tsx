import { useMemo } from "preact/hooks";
import { contentFor } from "../../card/content-for.ts";
import { daysOfUse, isUsable } from "../../card/lifetime.ts";
import { cardForReader, isVersion2 } from "../../card/version-1.ts";
import type { SandboxMessage } from "../../protocol.ts";
import type { CardWork } from "../client/client.ts";
import { useObservable, usePart } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { MarkdownConfig, SentAt } from "../markdown/markdown-context.ts";
import { Icon } from "../shell/icon.tsx";
import { cardWords } from "../words/card-words.ts";
import { failureReason } from "../words/failure-reason.ts";
import { isClientTooOld } from "../world/fault-target.ts";
import { sandboxNow } from "../world/world.ts";
import { takesPresses } from "./behaviours.ts";
import { flowStyle } from "./box-style.ts";
import { cardElements, indexCard } from "./card-fields.ts";
import { CardHeader } from "./card-header.tsx";
import { CardContext, type CardScope } from "./card-scope.ts";
import { type CardChange, type CardState, changeCard, untouched } from "./card-state.ts";
import { drawElements } from "./draw-element.tsx";
import { type Json, jsonAt, parseJson, textAt } from "./json.ts";
import { LinkCover } from "./link-cover.tsx";
import { cardLocale } from "./locale-text.ts";
import { spacing } from "./measure.ts";
import { useCardActions } from "./use-card-actions.ts";

function useExpired(message: SandboxMessage, card: Json): boolean {
  const { client } = useReader();
  return usePart(client.world, (world) => {
    return world !== undefined && !isUsable(card, sandboxNow(world, Date.now()) - message.create_time);
  });
}

/** Clients before 7.20 cannot draw JSON 2.0 cards (feishu-contract 3.0). */
function useTooOld(message: SandboxMessage, card: Json): boolean {
  const { client, me } = useReader();
  const where = { person: me.open_id, chat_id: message.chat_id, app_id: message.sender.id };
  return usePart(client.world, (world) => isVersion2(card) && isClientTooOld(world?.faults ?? {}, where));
}

function UpgradeNotice() {
  const { locale } = useReader();
  return (
    <p class="card-upgrade" role="note">
      <Icon name="info" size={16} />
      {cardWords(locale).clientTooOld}
    </p>
  );
}

/** The person's unsent input for this version of the card; a replaced card starts without input. */
function useCardWork(message: SandboxMessage, content: string) {
  const { client, me } = useReader();
  const kept = client.cardWork(`${me.open_id} ${message.message_id}`);
  const work = useObservable(kept);
  const version = `${message.update_time} ${content}`;
  const current = (): CardState => {
    const now: CardWork = kept.get();
    return now.version === version ? now.state : untouched;
  };
  const state = work.version === version ? work.state : untouched;
  const change = (one: CardChange): void => kept.set({ version, state: changeCard(current(), one) });
  return { state, current, change, version };
}

function Failure({ state }: { state: CardState }) {
  const { locale } = useReader();
  if (!state.failure) return null;
  const { code, error = "" } = state.failure;
  return (
    <p class="card-failure" role="alert" data-code={code}>
      {cardWords(locale).failure(code, failureReason(code, locale, error))}
    </p>
  );
}

function CardBody({ card }: { card: Json }) {
  const body = jsonAt(card, "body");
  const padding = spacing(textAt(body, "padding"));
  return (
    <div
      class="card-body"
      style={{ ...flowStyle(body, { vertical: "12px", horizontal: "8px" }), ...(padding && { padding }) }}
    >
      {drawElements(cardElements(card))}
    </div>
  );
}

function Card({ message, card, content }: { message: SandboxMessage; card: Json; content: string }) {
  const { client, locale: reading } = useReader();
  const config = jsonAt(card, "config");
  const locale = cardLocale(config, reading);
  const index = useMemo(() => indexCard(card, locale), [card, locale]);
  const { state, current, change, version } = useCardWork(message, content);
  const expired = useExpired(message, card);
  const parts = { message, card, content, index, current, expired, cardLocale: locale, change };
  const actions = useCardActions(parts);
  const members = usePart(client.world, (world) => world?.chats.get(message.chat_id)?.members) ?? [];
  const scope: CardScope = {
    config,
    locale,
    index,
    state,
    members,
    expired,
    change,
    ...actions,
    draw: drawElements,
  };
  const header = jsonAt(card, "header");
  const tooOld = useTooOld(message, card);
  return (
    <CardContext.Provider value={scope}>
      <MarkdownConfig.Provider value={config}>
        <SentAt.Provider value={message.create_time}>
          <article
            class="card"
            key={version}
            data-width={textAt(config, "width_mode") ?? "default"}
            data-expired={expired ? "true" : undefined}
            aria-busy={state.pending !== undefined}
          >
            <LinkCover link={jsonAt(card, "card_link")} />
            {header && <CardHeader header={header} />}
            {tooOld ? <UpgradeNotice /> : <CardBody card={card} />}
            {expired && !tooOld && takesPresses(index) && (
              <p class="card-note">{cardWords(locale).tooOld(daysOfUse(card))}</p>
            )}
            <Failure state={state} />
          </article>
        </SentAt.Provider>
      </MarkdownConfig.Provider>
    </CardContext.Provider>
  );
}

/** An interactive message. Redrawn only when the card, the reader or the person's input changes. */
export function CardMessage({ message }: { message: SandboxMessage }) {
  const { locale, me } = useReader();
  const content = contentFor(message, me.open_id);
  const card = useMemo(() => {
    const parsed = parseJson(content);
    return parsed && cardForReader(parsed, locale);
  }, [content, locale]);
  if (!card) return <div class="bubble muted">{cardWords(locale).unreadable}</div>;
  return <Card message={message} card={card} content={content} />;
}
