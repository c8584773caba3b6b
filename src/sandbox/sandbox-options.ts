import type { Deadlines } from "./delivery/deliver.ts";
import type { ClientConfig } from "./long-connection/client-config.ts";
import type { Certificate } from "./redirect/certificate.ts";

/** `port` 0 lets the system choose; without a certificate it makes one for this run. */
export type HttpsOptions = { port: number; certificate?: Certificate };

export type SandboxOptions = {
  /** 0, the default, lets the system choose. */
  port?: number;
  /** Default 127.0.0.1: only this machine. */
  host?: string;
  /** With it the sandbox also answers over TLS, as the platform's hosts. */
  https?: HttpsOptions;
  /** A folder that keeps the state from one run to the next. */
  data?: string;
  /** The machine's clock, UTC ms; tests inject one. */
  clock?: () => number;
  /** How long a bot may take, ms; default 3,000 and for a challenge 1,000. */
  deadlines?: Partial<Deadlines>;
  /** What long-connection clients are told, seconds; default the platform's numbers. */
  clientConfig?: Partial<ClientConfig>;
};
