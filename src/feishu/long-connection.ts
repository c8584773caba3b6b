import { type FeishuCallback, type FeishuEvent, parseEnvelope } from "./envelope.ts";
import { createRedact } from "./redact.ts";
import { type Log, sdkLog } from "./sdk-log.ts";

export type LongConnectionOptions = { appId: string; appSecret: string; domain: string; log: Log };

/**
 * Answers a callback with its toast and card, and an event with undefined, within three seconds. An error is reported
 * to the platform, which redelivers events but not callbacks.
 */
export type OnDelivery = (delivery: FeishuEvent | FeishuCallback) => Promise<object | undefined>;

export type LongConnection = {
  /** `failed`: the platform refused the app permanently. `reconnecting` recovers by itself. */
  state: () => "idle" | "connecting" | "connected" | "reconnecting" | "failed";
  close: () => void;
};

/**
 * Receives events and callbacks over an outgoing socket, for an office without a public address (feishu-contract 5).
 * Node only. Returns at once and keeps connecting; throws on an app id the SDK would silently ignore.
 */
export const openLongConnection = async (
  options: LongConnectionOptions,
  onDelivery: OnDelivery,
): Promise<LongConnection> => {
  const { appId, appSecret, domain, log } = options;
  if (!/^cli_[0-9a-fA-F]{16}$/.test(appId))
    throw new Error(`not an app id (cli_ and 16 hex digits): ${appId}`);
  const { EventDispatcher, LoggerLevel, WSClient } = await import("@larksuiteoapi/node-sdk");
  const redact = createRedact([appSecret]);
  const logging = { logger: sdkLog(log, redact), loggerLevel: LoggerLevel.warn };
  const eventDispatcher = new EventDispatcher(logging);
  // The SDK merges header and event into one object, where a card's token would overwrite the app's.
  eventDispatcher.invoke = (envelope: unknown) => deliver(envelope, options, onDelivery);
  const socket = new WSClient({
    ...logging,
    appId,
    appSecret,
    domain: domain.replace(/\/+$/, ""),
    handshakeTimeoutMs: 15_000,
    // Without it a dead socket is not noticed.
    wsConfig: { pingTimeout: 30 },
    onReady: () => log("info", "long connection is open"),
    onReconnecting: () => log("warn", "long connection was lost, connecting again"),
    onReconnected: () => log("info", "long connection is open again"),
    onError: (error) => log("error", `long connection gave up: ${redact(error)}`),
  });
  await socket.start({ eventDispatcher });
  return { state: () => socket.getConnectionStatus().state, close: () => socket.close({ force: true }) };
};

// These deliveries are not signed: the socket was opened with the app's secret. The header's token may be empty.
const deliver = async (
  envelope: unknown,
  options: LongConnectionOptions,
  onDelivery: OnDelivery,
): Promise<object | undefined> => {
  const read = parseEnvelope(envelope);
  if (read === null || read.content === null || read.appId !== options.appId) {
    options.log("warn", "long connection: a delivery that cannot be read was left out");
    return {};
  }
  const answer = await onDelivery(read.content);
  // A callback acknowledged without a body shows an error code to the person.
  return read.content.kind === "callback" ? (answer ?? {}) : answer;
};
