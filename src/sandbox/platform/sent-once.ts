const HOUR_MS = 3_600_000;

export type SentOnce = {
  /** The message an app sent under this uuid within the last hour. */
  find(appId: string, uuid: string | undefined): string | undefined;
  note(appId: string, uuid: string | undefined, messageId: string): void;
};

/**
 * The `uuid` of sends and replies: at most one message within an hour of the sandbox clock (feishu-contract
 * 4.3).
 */
export function createSentOnce(now: () => number): SentOnce {
  const sent = new Map<string, { messageId: string; at: number }>();
  return {
    find(appId, uuid) {
      if (uuid === undefined || uuid === "") return undefined;
      const known = sent.get(`${appId} ${uuid}`);
      return known !== undefined && now() - known.at < HOUR_MS ? known.messageId : undefined;
    },
    note(appId, uuid, messageId) {
      if (uuid === undefined || uuid === "") return;
      sent.set(`${appId} ${uuid}`, { messageId, at: now() });
    },
  };
}
