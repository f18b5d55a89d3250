/** Numbers that look random and are the same every time: figures in docs must come out again. */
export function digitsOf(seed: number, count: number): string {
  let state = (seed + 1) * 2_654_435_761;
  let digits = "";
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    digits += String((state >>> 8) % 10);
  }
  return digits;
}

/** One of several, by turns that do not follow the order of the list. */
export const pick = <T>(list: readonly T[], seed: number): T =>
  list[Number(digitsOf(seed, 6)) % list.length] as T;

/** Characters of an alphabet that look random. */
export const lettersOf = (alphabet: string, seed: number, count: number): string =>
  Array.from({ length: count }, (_, index) => pick([...alphabet], seed * 131 + index * 17 + 7)).join("");

/** Digits in groups: grouped("12345", [2, 3], "-") is "12-345". */
export function grouped(digits: string, sizes: readonly number[], separator: string): string {
  let from = 0;
  const parts = sizes.map((size) => {
    from += size;
    return digits.slice(from - size, from);
  });
  return parts.join(separator);
}

/** The number with the check digit that payment cards have. */
export function withLuhn(body: string): string {
  const sum = [...body]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** The account with the check digits of its country. */
export function withIbanCheck(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((character) => Number.parseInt(character, 36)).join("");
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, "0")}${account}`;
}

/** In fours, as IBANs and cards are printed. */
export const inFours = (text: string, separator = " "): string =>
  (text.match(/.{1,4}/g) ?? []).join(separator);

/** Full-width forms of ASCII digits. */
export const fullWidth = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The number with the check digit that barcodes have. */
export function withBarcodeCheck(body: string): string {
  const sum = [...body]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 3 : 1))
    .reduce((total, value) => total + value, 0);
  return body + String((10 - (sum % 10)) % 10);
}
