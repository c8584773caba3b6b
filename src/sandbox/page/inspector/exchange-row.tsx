import type { Exchange, SandboxApp } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { hourMinute } from "../world/sandbox-time.ts";
import { curlOf } from "./curl.ts";
import { prettyBody } from "./pretty-body.ts";

function Body({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <section class="exchange-body">
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
      <pre tabIndex={0}>{prettyBody(text)}</pre>
    </section>
  );
}

function Detail({ exchange, apps }: { exchange: Exchange; apps: readonly SandboxApp[] }) {
  const { client, words } = useReader();
  const curl = curlOf(exchange, apps, location.origin);
  const copy = (): void => {
    navigator.clipboard?.writeText(curl ?? exchange.request).then(
      () => client.toasts.show("success", words.copied),
      () => client.toasts.show("error", words.copyFailed),
    );
  };
  const headers = Object.entries(exchange.request_headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  return (
    <div class="exchange-detail">
      <button type="button" class="soft-button" onClick={copy}>
        <Icon name="copy" size={14} />
        {curl === undefined ? words.copyBody : words.copyCurl}
      </button>
      {curl === undefined && <p class="exchange-note">{words.overLink}</p>}
      {exchange.card_problems && exchange.card_problems.length > 0 && (
        <Body title={words.cardProblems} text={exchange.card_problems.join("\n")} />
      )}
      <Body title={words.decryptedBody} text={exchange.decrypted ?? ""} />
      <Body title={words.requestBody} text={exchange.request} />
      <Body title={words.responseBody} text={exchange.response} />
      <Body title={words.headers} text={headers} />
    </div>
  );
}

/** One exchange; a line that expands to show its bodies. */
export function ExchangeRow({
  exchange,
  apps,
  open,
  onToggle,
}: {
  exchange: Exchange;
  apps: readonly SandboxApp[];
  open: boolean;
  onToggle: () => void;
}) {
  const { words, nameOf } = useReader();
  const toBot = exchange.direction === "to_bot";
  const bad = exchange.status < 200 || exchange.status >= 400 || (exchange.card_problems?.length ?? 0) > 0;
  return (
    <li class="exchange" data-exchange-id={exchange.id}>
      <button type="button" class="exchange-line" aria-expanded={open} onClick={onToggle}>
        <span
          class="exchange-way"
          data-direction={exchange.direction}
          title={toBot ? words.toBot : words.fromBot}
        >
          <Icon name={toBot ? "right" : "back"} size={13} />
          <span class="for-readers">{toBot ? words.toBot : words.fromBot}</span>
        </span>
        <span class="exchange-path">
          <b>{exchange.method}</b> {exchange.path}
        </span>
        <span class="exchange-facts">
          <span class="status" data-bad={bad ? "true" : undefined}>
            {exchange.status || words.noAnswer}
          </span>
          <span>{words.milliseconds(exchange.ms)}</span>
          <time>{hourMinute(exchange.at)}</time>
          {exchange.person && <span class="exchange-person">{nameOf(exchange.person)}</span>}
        </span>
      </button>
      {open && <Detail exchange={exchange} apps={apps} />}
    </li>
  );
}
