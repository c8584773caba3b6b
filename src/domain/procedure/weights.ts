import * as z from "zod";
import { type Scheme, schemeSchema } from "../scoring/scheme.ts";
import { procedure, step } from "./definition.ts";
import { adoptedBy, drop, proposal, withdraw } from "./proposal.ts";
import { lastTaken, type ProcedureRecord, type Values } from "./record.ts";

// 权重提议: one member of the city office proposes changed weights for the scheme, another one adopts them.

const changesSchema = z.array(z.object({ id: z.string(), from: z.number(), to: z.number() }));

export const weights = procedure({
  id: "weights",
  /** At most one open proposal for the pack's scheme. */
  key: ({ data }) => String(data.pack),
  sees: ["office"],
  reasons: ["unchanged"],
  states: proposal("office", 5),
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        /** The id of the new version, the id of the pack's scheme it is based on, and the complete new scheme. */
        version: { kind: "given", schema: z.string() },
        pack: { kind: "given", schema: z.string() },
        scheme: { kind: "given", schema: z.json() },
        changes: { kind: "given", schema: changesSchema },
        /** The trial ranking: the towns whose place would change. */
        rows: { kind: "given", schema: z.array(z.json()) },
      },
      refuses: (_, { changes }) => (changes.length === 0 ? "unchanged" : null),
      tells: ["office"],
    }),
    adopt: adoptedBy("office"),
    drop,
    withdraw,
  },
});

const versionSchema = z.object({
  version: z.string(),
  pack: z.string(),
  scheme: schemeSchema,
  changes: changesSchema.default([]),
});

/** The proposed scheme of a record, and the weights it changes. */
export function proposedScheme({ data }: Pick<ProcedureRecord, "data">) {
  return versionSchema.parse(data);
}

/** The values a proposal of this scheme stores. */
export function proposalOf(
  pack: Scheme,
  version: string,
  { scheme, changes, rows }: { scheme: Scheme; changes: z.infer<typeof changesSchema>; rows: object[] },
): Values {
  const plain = (value: unknown) => z.json().parse(JSON.parse(JSON.stringify(value)));
  return {
    version,
    pack: pack.id,
    scheme: plain({ ...scheme, id: version }),
    changes,
    rows: rows.map(plain),
  };
}

/**
 * The scheme in force: the last adopted version, otherwise the pack's own. Announced quarters keep the scheme
 * they were scored with.
 */
export function schemeInForce(pack: Scheme, records: readonly ProcedureRecord[]): Scheme {
  const adopted = records
    .filter(({ state, data }) => state === "adopted" && data.pack === pack.id)
    .map((record) => ({ record, at: lastTaken(record, "adopt")?.at ?? 0 }))
    .sort((a, b) => a.at - b.at);
  const last = adopted.at(-1);
  return last ? proposedScheme(last.record).scheme : pack;
}

/** The next free id: `v1.1`, `v1.2` and so on. */
export function nextVersion(pack: Scheme, records: readonly Pick<ProcedureRecord, "data">[]): string {
  const taken = new Set(records.map(({ data }) => data.version));
  let n = records.length + 1;
  while (taken.has(`${pack.id}.${n}`)) n += 1;
  return `${pack.id}.${n}`;
}
