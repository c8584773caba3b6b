import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

const MEMORY = "/dev/shm";

/**
 * Where tests keep what need not outlive them: a file system in memory, where there is one. A killed process loses no more
 * there than on a disk, and a commit does not wait for one.
 */
export const IN_MEMORY = existsSync(MEMORY) ? MEMORY : tmpdir();
