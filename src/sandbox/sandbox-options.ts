import type { Deadlines } from "./delivery/deliver.ts";
import type { ClientConfig } from "./long-connection/client-config.ts";

export type SandboxOptions = {
  /** 0, the default, lets the system choose. */
  port?: number;
  /** Default 127.0.0.1: only this machine. */
  host?: string;
  /** The machine's clock, UTC ms; tests inject one. */
  clock?: () => number;
  /** How long a bot may take, ms; default 3,000 and for a challenge 1,000. */
  deadlines?: Partial<Deadlines>;
  /** What long-connection clients are told, seconds; default the platform's numbers. */
  clientConfig?: Partial<ClientConfig>;
};
