/** A delivery is a few kilobytes; anything larger is not from Feishu. */
export const bodyLimit = 1024 * 1024;

/**
 * The bytes of a request body, joined before decoding, so that characters split across chunks stay intact. Stops
 * reading and closes the stream at the first byte over `limit`.
 */
export const readBody = async (
  source: { body: ReadableStream<Uint8Array> | null; headers: Headers },
  limit: number = bodyLimit,
): Promise<Uint8Array | "too_large"> => {
  if (Number(source.headers.get("content-length") ?? 0) > limit) return "too_large";
  if (source.body === null) return new Uint8Array();
  const reader = source.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    size += value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return "too_large";
    }
    chunks.push(value);
  }
};

/** The same of a request: a server holds its body to the stated length, and there is no need of a stream. */
export const readRequest = async (request: Request, limit: number): Promise<Uint8Array | "too_large"> => {
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > limit) return readBody(request, limit);
  return new Uint8Array(await request.arrayBuffer());
};

const joined = (chunks: Uint8Array[], size: number): Uint8Array => {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
