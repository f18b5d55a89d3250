import { hash, randomBytes, randomFillSync, randomInt } from "node:crypto";
import { v7 } from "uuid";

/** Random bytes per id, and how many are drawn at once: a draw costs twice as much as the rest of an id. */
const ID_BYTES = 16;
const drawn = new Uint8Array(256 * ID_BYTES);
let used = drawn.length;

function random(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += ID_BYTES;
  return drawn.subarray(used - ID_BYTES, used);
}

/** The millisecond of the last id, and its sequence number in it. */
const last = { msecs: Number.NEGATIVE_INFINITY, seq: 0 };

/** Half of the sequence numbers of a millisecond, which leaves room for as many ids again. */
const SEQ_START_MAX = 2 ** 31;

/** A new UUIDv7, so that rows written together are stored together. Within a process, ids are strictly increasing. */
export function newId(): string {
  const msecs = Date.now();
  if (msecs > last.msecs) Object.assign(last, { msecs, seq: randomInt(SEQ_START_MAX) });
  else last.seq += 1;
  return v7({ random: random(), ...last });
}

/** `bytes` random bytes as base64url, for keys and tokens. */
export const randomText = (bytes: number): string => randomBytes(bytes).toString("base64url");

/** SHA-256, for values that are only stored to be recognized. */
export const sha256 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hash("sha256", text, "buffer"));

/** SHA-256 as hex. */
export const sha256Hex = (text: string): string => hash("sha256", text, "hex");
