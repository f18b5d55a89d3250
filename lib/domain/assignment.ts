/**
 * Which arm of an experiment a user gets: decided from the experiment's salt and the user's id alone, so that every
 * process, server and client decides alike, offline too. docs/experiments.md has the rule in words with test vectors.
 * No imports: the file runs as it stands wherever there is JavaScript, and so the package, which imports nothing of the
 * app, has the same file (components/feedback/prompts/assignment.ts); a test holds the two equal.
 */

/** An arm, as far as assignment is concerned. */
export interface AssignableArm {
  variant: string;
  /** Its share of the users in the experiment; all shares add up to 1. */
  weight: number;
}

/** An experiment, as far as assignment is concerned. */
export interface AssignableExperiment {
  salt: string;
  /** The share of all users who are in the experiment, 0 to 1. */
  traffic: number;
  arms: readonly AssignableArm[];
}

/**
 * The variant of a user; null outside the experiment's traffic, and for an empty unit. Weighted rendezvous hashing
 * (Schindelhauer and Schomaker 2005): each arm draws a number for the user, and the highest score wins. When the split
 * changes, users move only to arms whose share grew in relation to their own.
 * @param unit whom to assign: the user's id, without one the session's, without either an id that the client keeps.
 */
export function assignVariant({ salt, traffic, arms }: AssignableExperiment, unit: string): string | null {
  if (unit === "") return null;
  const draw = drawsOf(salt);
  if (draw(`traffic:${unit}`) >= traffic) return null;
  let [winner, best] = [null as string | null, Number.NEGATIVE_INFINITY];
  for (const { variant, weight } of arms) {
    if (weight <= 0) continue;
    const score = -weight / Math.log(draw(`variant:${variant}:${unit}`));
    if (score > best) [winner, best] = [variant, score];
  }
  return winner;
}

/** Uniform numbers in [0, 1) from messages: the first 53 bits of their HMAC-SHA-256, as a fraction. */
function drawsOf(salt: string): (message: string) => number {
  const hmac = hmacSha256(new TextEncoder().encode(salt));
  return (message) => {
    const [high = 0, low = 0] = hmac(new TextEncoder().encode(message));
    return ((high >>> 0) * 2 ** 21 + (low >>> 11)) / 2 ** 53;
  };
}

const BLOCK = 64;

/** HMAC-SHA-256 (RFC 2104) with a key, as eight words. The key's two blocks are hashed once for all messages. */
function hmacSha256(key: Uint8Array): (message: Uint8Array) => Int32Array {
  const short = key.length > BLOCK ? toBytes(sha256(INITIAL, key, 0)) : key;
  const padded = (pad: number) => Uint8Array.from({ length: BLOCK }, (_, index) => (short[index] ?? 0) ^ pad);
  const [inner, outer] = [compress(INITIAL, padded(0x36), 0), compress(INITIAL, padded(0x5c), 0)];
  return (message) => sha256(outer, toBytes(sha256(inner, message, BLOCK)), BLOCK);
}

/**
 * SHA-256 (FIPS 180-4) of bytes after what a state has taken in already.
 * @param before how many bytes that were.
 */
function sha256(state: Int32Array, bytes: Uint8Array, before: number): Int32Array {
  const blocks = Math.ceil((bytes.length + 9) / BLOCK);
  const padded = new Uint8Array(blocks * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const length = before + bytes.length;
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(padded.length - 4, length * 8);
  let hashed = state;
  for (let at = 0; at < padded.length; at += BLOCK) hashed = compress(hashed, padded, at);
  return hashed;
}

/** The message schedule, kept between blocks: a new one each time would take as long as the hashing. */
const words = new Int32Array(BLOCK);
const word = (index: number): number => words[index] as number;

/** SHA-256 over the block at an offset. */
function compress(state: Int32Array, bytes: Uint8Array, at: number): Int32Array {
  schedule(bytes, at);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < BLOCK; index++) {
    const chosen = (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g));
    const first = (h + chosen + (ROUNDS[index] as number) + word(index)) | 0;
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const next = Int32Array.of(a, b, c, d, e, f, g, h);
  for (let index = 0; index < next.length; index++)
    next[index] = (next[index] as number) + (state[index] as number);
  return next;
}

/** Spreads a block over 64 words. */
function schedule(bytes: Uint8Array, at: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, BLOCK);
  for (let index = 0; index < 16; index++) words[index] = view.getInt32(index * 4);
  for (let index = 16; index < BLOCK; index++) {
    const [early, late] = [word(index - 15), word(index - 2)];
    const mixed = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const again = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[index] = word(index - 16) + mixed + word(index - 7) + again;
  }
}

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

function toBytes(words: Int32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of words.entries()) view.setInt32(index * 4, word);
  return bytes;
}

/** The first 64 primes. */
const PRIMES = Array.from({ length: 312 }, (_, index) => index).filter(
  (number) =>
    number > 1 && Array.from({ length: number }, (_, at) => at).every((at) => at < 2 || number % at !== 0),
);

/** The first 32 bits of the fraction of a number. */
const fraction = (number: number): number => ((number % 1) * 2 ** 32) | 0;

/** The constants of SHA-256: of the square roots of eight primes, and of the cube roots of 64. */
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
