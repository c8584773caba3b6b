/** The platform refused a request. Message and fields contain no secrets and may be logged or stored. */
export class FeishuRefused extends Error {
  override readonly name = "FeishuRefused";
  /** The platform's error code; the HTTP status where the answer had none. */
  readonly code: number;
  readonly msg: string;
  /** "PATCH /open-apis/im/v1/messages/om_1", without the query. */
  readonly method: string;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly logId: string;
  /** Set when the platform said how long to wait. */
  readonly retryAfterMs: number | undefined;
  /** The card error within 230099 (feishu-contract 3.6). */
  readonly subCode: number | undefined;

  constructor(no: {
    code: number;
    msg: string;
    method: string;
    status: number;
    logId: string;
    retryAfterMs?: number | undefined;
  }) {
    super(`${no.method} refused: ${no.code} ${no.msg}${no.logId === "" ? "" : ` (log ${no.logId})`}`);
    this.code = no.code;
    this.msg = no.msg;
    this.method = no.method;
    this.status = no.status;
    this.logId = no.logId;
    this.retryAfterMs = no.retryAfterMs;
    const sub = /ErrCode:\s*(\d+)/.exec(no.msg)?.[1];
    this.subCode = sub === undefined ? undefined : Number(sub);
  }
}

/** There was no answer, or an unreadable one. */
export class FeishuUnreachable extends Error {
  override readonly name = "FeishuUnreachable";
  readonly method: string;
  /** False when the request cannot have taken effect: a read, or one that was never sent. */
  readonly mayHaveHappened: boolean;

  constructor(method: string, why: string, mayHaveHappened: boolean) {
    super(`${method} had no answer: ${why}`);
    this.method = method;
    this.mayHaveHappened = mayHaveHappened;
  }
}
