import {
  type Client,
  createClient,
  type InArgs,
  type InStatement,
  type ResultSet,
  type TransactionMode,
} from "@libsql/client/http";
import { type AnyStatement, changes, modeOf } from "./statement.ts";

// A client for a database over HTTP with the library's interface. There a read costs a trip, so those asked for at the
// same time travel together, and read one state.

type Waiting = {
  statement: InStatement;
  resolve: (result: ResultSet) => void;
  reject: (error: unknown) => void;
};

/**
 * Opens a database of libSQL's server or Turso; nothing is sent yet. `together` false: each read is a request of its own, as
 * on Workers, where no request may wait for what another one began.
 * What is at a WebSocket's URL is there over HTTP too.
 */
export function openRemoteClient(url: string, authToken?: string, together = true): Client {
  const client = createClient({
    url: url.replace(/^ws(?=s?:)/, "http"),
    ...(authToken ? { authToken } : {}),
    // The library's own line of waiting is everybody's.
    ...(together ? {} : { concurrency: Number.POSITIVE_INFINITY }),
  });
  let waiting: Waiting[] = [];

  function read(statement: InStatement): Promise<ResultSet> {
    return new Promise((resolve, reject) => {
      // By then everything that can be asked for now has been.
      if (waiting.length === 0) setImmediate(() => void send());
      waiting.push({ statement, resolve, reject });
    });
  }

  async function send(): Promise<void> {
    const reads = waiting;
    waiting = [];
    const results = reads.length > 1 ? await batchOf(reads).catch(() => null) : null;
    // One that fails would fail for all.
    for (const [i, one] of reads.entries()) {
      const result = results?.[i];
      if (result) one.resolve(result);
      else client.execute(one.statement).then(one.resolve, one.reject);
    }
  }

  function batchOf(reads: readonly Waiting[]): Promise<ResultSet[]> {
    return client.batch(
      reads.map(({ statement }) => statement),
      "read",
    );
  }

  function execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    const asked = typeof statement === "string" && args !== undefined ? { sql: statement, args } : statement;
    return together && !changes(asked) ? read(asked) : client.execute(asked);
  }

  return {
    execute,
    batch: (statements: AnyStatement[], mode) => client.batch(statements, mode ?? modeOf(statements)),
    migrate: (statements) => client.migrate(statements),
    transaction: (mode?: TransactionMode) => client.transaction(mode ?? "write"),
    executeMultiple: (sql) => client.executeMultiple(sql),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
    get closed() {
      return client.closed;
    },
    protocol: client.protocol,
  };
}
