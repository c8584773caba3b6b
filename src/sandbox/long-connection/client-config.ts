/** Ping and reconnect settings sent to long-connection clients, in seconds (feishu-contract 5.2). */
export type ClientConfig = {
  /** -1 means unlimited. */
  ReconnectCount: number;
  ReconnectInterval: number;
  /** Upper bound of the random delay before the first reconnect. */
  ReconnectNonce: number;
  PingInterval: number;
};

/** The platform's own values. */
export const platformClientConfig: ClientConfig = {
  ReconnectCount: -1,
  ReconnectInterval: 120,
  ReconnectNonce: 30,
  PingInterval: 120,
};
