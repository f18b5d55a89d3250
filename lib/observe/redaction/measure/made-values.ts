/**
 * Numbers that look random but are the same every time, so that the numbers in the docs can be reproduced.
 */
export function digitsOf(seed: number, count: number): string {
  let state = (seed + 1) * 2_654_435_761;
  let digits = "";
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    digits += String((state >>> 8) % 10);
  }
  return digits;
}

/** Picks one of several, in an order different from the list's. */
export const pick = <T>(list: readonly T[], seed: number): T =>
  list[Number(digitsOf(seed, 6)) % list.length] as T;

/** Random-looking characters of an alphabet. */
export const lettersOf = (alphabet: string, seed: number, count: number): string =>
  Array.from({ length: count }, (_, index) => pick([...alphabet], seed * 131 + index * 17 + 7)).join("");

/** Groups digits: grouped("12345", [2, 3], "-") is "12-345". */
export function grouped(digits: string, sizes: readonly number[], separator: string): string {
  let from = 0;
  const parts = sizes.map((size) => {
    from += size;
    return digits.slice(from - size, from);
  });
  return parts.join(separator);
}

/** Appends the check digit of payment cards. */
export function withLuhn(body: string): string {
  const sum = [...body]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** Adds the check digits of an IBAN. */
export function withIbanCheck(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((character) => Number.parseInt(character, 36)).join("");
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, "0")}${account}`;
}

/** In groups of four, as IBANs and cards are printed. */
export const inFours = (text: string, separator = " "): string =>
  (text.match(/.{1,4}/g) ?? []).join(separator);

/** ASCII digits in full-width form. */
export const fullWidth = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Appends the check digit of barcodes. */
export function withBarcodeCheck(body: string): string {
  const sum = [...body]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 3 : 1))
    .reduce((total, value) => total + value, 0);
  return body + String((10 - (sum % 10)) % 10);
}
