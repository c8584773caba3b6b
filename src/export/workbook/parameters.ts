/** The parameters of an indicator, in the order of their columns on the weights sheet. */
export const PARAMETERS = [
  "cap",
  "out",
  "low",
  "high",
  "from",
  "to",
  "satisfactory",
  "unacceptable",
  "perDay",
  "zeroAfter",
  "minShare",
] as const;

export type Parameter = (typeof PARAMETERS)[number];
