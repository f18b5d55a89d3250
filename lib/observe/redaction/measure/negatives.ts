import { digitsOf, grouped, inFours, lettersOf, pick, withBarcodeCheck, withLuhn } from "./made-values.ts";
import type { SampleSet } from "./sample.ts";

const hex = (seed: number, count: number): string => lettersOf("0123456789abcdef", seed, count);
const two = (seed: number, most: number): string =>
  String((Number(digitsOf(seed, 4)) % most) + 1).padStart(2, "0");
/** A card number whose last digit is off by one. */
const noCard = (seed: number): string => {
  const body = `4${digitsOf(seed, 14)}`;
  const sum = [...body]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return body + String((11 - (sum % 10)) % 10);
};

/** Values that look like personal data but are not. */
export const negatives: SampleSet = {
  frames: [
    "It shows {} on the screen.",
    "I expected {} here.",
    "The answer says {}, which is wrong.",
    "{} appears twice in the table.",
    "Compare ({}) with the source.",
    "value: {}",
    "Why {} and not more?",
    "Bei mir steht {}.",
    "The log ends with {}",
    "See {} above.",
  ],
  formats: [
    { name: "order number", make: (seed) => `order #${digitsOf(seed, 10)}` },
    { name: "bare integer", make: (seed) => `${1 + (seed % 9)}${digitsOf(seed, 7)}` },
    { name: "invoice number", make: (seed) => `INV-20${two(seed, 26)}-${digitsOf(seed, 6)}` },
    { name: "ISO date", make: (seed) => `20${two(seed, 26)}-${two(seed + 1, 12)}-${two(seed + 2, 28)}` },
    {
      name: "date with dots",
      make: (seed) => `${two(seed, 28)}.${two(seed + 1, 12)}.20${two(seed + 2, 26)}`,
    },
    {
      name: "date and time",
      make: (seed) =>
        `20${two(seed, 26)}-${two(seed + 1, 12)}-${two(seed + 2, 28)} ${two(seed, 23)}:${two(seed + 3, 59)}:${two(seed + 4, 59)}`,
    },
    {
      name: "ISO timestamp",
      make: (seed) =>
        `20${two(seed, 26)}-${two(seed + 1, 12)}-${two(seed + 2, 28)}T10:${two(seed, 59)}:00.${digitsOf(seed, 3)}Z`,
    },
    { name: "Unix time", make: (seed) => `17${digitsOf(seed, 8)}` },
    { name: "Unix time in ms", make: (seed) => `17${digitsOf(seed, 11)}` },
    { name: "version", make: (seed) => `v${seed % 9}.${seed % 23}.${seed % 7}` },
    {
      name: "version of four parts",
      make: (seed) => `version ${seed % 9}.${seed % 23}.${seed % 7}.${seed % 90}`,
    },
    { name: "version of five parts", make: (seed) => `${seed % 9}.${seed % 23}.${seed % 7}.${seed % 90}.2` },
    {
      name: "price",
      make: (seed) => `${pick(["$", "€", "£"], seed)}${seed + 1},${digitsOf(seed, 3)}.${digitsOf(seed, 2)}`,
    },
    {
      name: "large number",
      make: (seed) =>
        `${1 + (seed % 9)},${digitsOf(seed, 3)},${digitsOf(seed + 1, 3)},${digitsOf(seed + 2, 3)}`,
    },
    {
      name: "large number with spaces",
      make: (seed) =>
        `${1 + (seed % 9)} ${digitsOf(seed, 3)} ${digitsOf(seed + 1, 3)} ${digitsOf(seed + 2, 3)}`,
    },
    {
      name: "nine digits in threes",
      make: (seed) =>
        `${2 + (seed % 8)}${digitsOf(seed, 2)} ${digitsOf(seed + 1, 3)} ${digitsOf(seed + 2, 3)}`,
    },
    { name: "decimal", make: (seed) => `${seed % 9}.${digitsOf(seed, 15)}` },
    { name: "ISBN", make: (seed) => `978-3-16-${digitsOf(seed, 6)}-${seed % 10}` },
    { name: "ISBN of ten", make: (seed) => `0-306-${digitsOf(seed, 5)}-${seed % 10}` },
    { name: "barcode", make: (seed) => withBarcodeCheck(`40${digitsOf(seed, 10)}`) },
    { name: "barcode of twelve", make: (seed) => withBarcodeCheck(`0${digitsOf(seed, 10)}`) },
    { name: "IMEI", make: (seed) => `IMEI ${withLuhn(`35${digitsOf(seed, 12)}`)}` },
    { name: "postal code of nine", make: (seed) => `0${digitsOf(seed, 4)}-${digitsOf(seed + 1, 4)}` },
    {
      name: "years in a row",
      make: (seed) => `19${two(seed, 99)} 20${two(seed, 26)} 20${two(seed + 1, 26)}`,
    },
    { name: "round sum", make: (seed) => `${1 + (seed % 9)} 000 000 000` },
    { name: "scientific", make: (seed) => `${seed % 9}.${digitsOf(seed, 6)}e-${two(seed, 30)}` },
    {
      name: "row of figures",
      make: (seed) =>
        `${digitsOf(seed, 4)} ${digitsOf(seed + 1, 2)} ${digitsOf(seed + 2, 5)} ${digitsOf(seed + 3, 3)}`,
    },
    { name: "snowflake id", make: (seed) => `11${digitsOf(seed, 17)}` },
    {
      name: "build stamp",
      make: (seed) =>
        `2.${seed % 9}~20${two(seed, 26)}0${1 + (seed % 9)}${two(seed, 28)}${digitsOf(seed, 6)}`,
    },
    { name: "color", make: (seed) => `#${1 + (seed % 9)}${digitsOf(seed, 5)}` },
    { name: "wrong card number", make: (seed) => inFours(noCard(seed)) },
    { name: "wrong IBAN", make: (seed) => inFours(`DE00${digitsOf(seed, 18)}`) },
    { name: "SHA-256", make: (seed) => hex(seed, 64) },
    { name: "commit", make: (seed) => hex(seed, 7) },
    { name: "UUID", make: (seed) => grouped(hex(seed, 32), [8, 4, 4, 4, 12], "-") },
    { name: "time", make: (seed) => `${two(seed, 23)}:${two(seed + 1, 59)}:${two(seed + 2, 59)}` },
    { name: "score", make: (seed) => `${seed % 9}-${seed % 7}, ${seed % 6}-${seed % 5}` },
    { name: "years", make: (seed) => `19${two(seed, 99)}-20${two(seed, 26)}` },
    {
      name: "coordinates",
      make: (seed) => `${seed % 89}.${digitsOf(seed, 4)}, -${seed % 179}.${digitsOf(seed + 1, 4)}`,
    },
    { name: "URL with port", make: (seed) => `http://localhost:${3000 + seed}/items/${digitsOf(seed, 8)}` },
    { name: "MAC address", make: (seed) => grouped(hex(seed, 12), [2, 2, 2, 2, 2, 2], ":") },
    {
      name: "code",
      make: (seed) =>
        pick(
          [
            "std::vector<int>",
            "a::b::add(1)",
            "x[1:2:3]",
            "@media (min-width: 600px)",
            "foo@2.13.4",
            "npm i react@19.3.1",
            "::before",
          ],
          seed,
        ),
    },
    {
      name: "handle",
      make: (seed) => `@${pick(["ada", "grace_h", "team42"], seed)} and @${pick(["all", "here"], seed)}`,
    },
    {
      name: "part number",
      make: (seed) => `PN ${digitsOf(seed, 3)}-${digitsOf(seed + 1, 4)}-${digitsOf(seed + 2, 2)}`,
    },
    { name: "tracking number", make: (seed) => `1Z${lettersOf("ABCEF0123456789", seed, 16)}` },
    { name: "browser", make: (seed) => `Mozilla/5.0 Chrome/${100 + (seed % 40)}.0.0.0 Safari/537.36` },
    {
      name: "kebab words",
      make: (seed) => `sk-${pick(["learn", "image"], seed)}-based-models-with-options-${seed % 9}`,
    },
    { name: "snake words", make: (seed) => `pk_users_by_region_and_month_${digitsOf(seed, 2)}` },
    { name: "range of numbers", make: (seed) => `${100 + seed}-${200 + seed}-${3000 + seed}` },
    { name: "section of a text", make: (seed) => `§ ${seed % 9}.${seed % 8}.${seed % 7}` },
  ],
};
