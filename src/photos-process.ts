import { lookAtBytes } from "./bot/evidence/look-at-bytes.ts";

// The process that looks at photos: see look-in-process.ts.

process.on("message", (bytes: Uint8Array) => process.send?.(lookAtBytes(bytes)));
