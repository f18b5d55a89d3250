/**
 * A new id for an event: a UUID of version 7 (RFC 9562), which begins with the time, so that a database appends it.
 * By hand, because `crypto.randomUUID` makes random ones only, and only in secure contexts.
 */
export function newEventId(): string {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => hex(byte, 2)).join("");
  return (hex(Date.now(), 12) + random).replace(
    /(.{8})(.{4}).(.{3})(.)(.{3})/,
    (_, ...[high, low, a, variant, b]) =>
      `${high}-${low}-7${a}-${"89ab"["0123456789abcdef".indexOf(variant) % 4]}${b}-`,
  );
}

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");
