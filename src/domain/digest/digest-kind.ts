/** From the shortest time to the longest. */
export const DIGEST_KINDS = ["weekly", "monthly", "quarterly"] as const;

export type DigestKind = (typeof DIGEST_KINDS)[number];

/** The kinds a digest is compared with: its own and those that may have stood for it. */
export function comparedWith(kind: DigestKind): DigestKind[] {
  return DIGEST_KINDS.slice(DIGEST_KINDS.indexOf(kind));
}
