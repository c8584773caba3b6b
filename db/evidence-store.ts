import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Storage for the bytes of photos and files: a folder, or a bucket on Workers. */
export type EvidenceStore = {
  /** Stores bytes under a key and returns the address to record; storing one key twice overwrites the same file. */
  put: (key: string, bytes: Uint8Array) => Promise<string>;
  get: (key: string) => Promise<Uint8Array | null>;
};

/** The part of an R2 bucket we use. */
export type Bucket = {
  put: (key: string, bytes: Uint8Array) => Promise<unknown>;
  get: (key: string) => Promise<{ arrayBuffer: () => Promise<ArrayBuffer> } | null>;
};

/**
 * `file:data/evidence`: one file for each key, written under a temporary name and renamed, so no partial file is
 * visible.
 */
export function folderStore(url: string): EvidenceStore {
  const folder = url.replace(/^file:/, "");
  return {
    put: async (key, bytes) => {
      await mkdir(folder, { recursive: true });
      const path = join(folder, key);
      await writeFile(`${path}.part`, bytes, { flush: true });
      await rename(`${path}.part`, path);
      return `${url}/${key}`;
    },
    get: async (key) => {
      try {
        return await readFile(join(folder, key));
      } catch {
        return null;
      }
    },
  };
}

/** `r2:`: the Worker's bucket. */
export function bucketStore(bucket: Bucket): EvidenceStore {
  return {
    put: async (key, bytes) => {
      await bucket.put(key, bytes);
      return `r2:${key}`;
    },
    get: async (key) => {
      const found = await bucket.get(key);
      return found ? new Uint8Array(await found.arrayBuffer()) : null;
    },
  };
}
