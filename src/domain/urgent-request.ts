/** 加急: one message that may press. It needs a second, named person and a reason, and it expires. Times UTC ms. */
export type UrgentRequest = {
  id: string;
  /** Town slugs it goes to. */
  towns: string[];
  words: string;
  reason: string;
  proposedBy: string;
  proposedAt: number;
  approver: string;
  /** After this it is neither approved nor sent. */
  expiresAt: number;
  status: "proposed" | "sent" | "refused" | "withdrawn";
  decidedAt: number | null;
};
