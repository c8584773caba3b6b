import type { Deadlines } from "./delivery/deliver.ts";
import type { SandboxCopy } from "./keep/kept-state.ts";
import type { ClientConfig } from "./long-connection/client-config.ts";
import type { Certificate } from "./redirect/certificate.ts";

/** `port` 0 chooses a free port; without a certificate a temporary one is made. */
export type HttpsOptions = { port: number; certificate?: Certificate };

export type SandboxOptions = {
  /** 0, the default, chooses a free port. */
  port?: number;
  /** Default 127.0.0.1, reachable only from this machine. */
  host?: string;
  /** If given, the sandbox also serves HTTPS under the platform's host names. */
  https?: HttpsOptions;
  /** A folder in which the state is kept between runs. */
  data?: string;
  /** What another sandbox held, to begin with. */
  copy?: SandboxCopy;
  /** The machine's time, UTC ms; injected by tests. */
  clock?: () => number;
  /** Time limits for a bot's answer, ms; default 3,000, and 1,000 for a challenge. */
  deadlines?: Partial<Deadlines>;
  /** Settings sent to long-connection clients, seconds; default the platform's values. */
  clientConfig?: Partial<ClientConfig>;
};
