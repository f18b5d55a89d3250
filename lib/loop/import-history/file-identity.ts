import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** What a file is, wherever it lies: 32 hexadecimal digits of the SHA-256 of its content, and its size in bytes. */
export interface FileIdentity {
  hash: string;
  size: number;
}

/** Reads a file through once to tell it from any other. */
export async function identifyFile(path: string): Promise<FileIdentity> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { hash: hash.digest("hex").slice(0, 32), size };
}
