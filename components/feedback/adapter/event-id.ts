/**
 * A new ID for an event: a UUID of version 7 (RFC 9562), which starts with the time, so that databases append
 * it. Written by hand, because `crypto.randomUUID` only makes random ones, and only in secure contexts.
 */
export function newEventId(): string {
  const random = Array.from(randomBytes(10), (byte) => hex(byte, 2)).join("");
  // Two of 74 bits are not random: the variant's digit is always 8.
  return (hex(Date.now(), 12) + random).replace(/(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-7$3-8$4-");
}

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");

/** Random bytes. React Native has no `crypto`, and IDs need not be unguessable, only unique. */
export function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  const { crypto } = globalThis as { crypto?: Crypto };
  return crypto ? crypto.getRandomValues(bytes) : bytes.map(() => Math.random() * 256);
}
