export const DIGEST_KINDS = ["weekly", "monthly", "quarterly"] as const;

export type DigestKind = (typeof DIGEST_KINDS)[number];
