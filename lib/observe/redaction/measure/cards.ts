import { digitsOf, fullWidth, grouped, inFours, withLuhn } from "./made-values.ts";
import type { Format, SampleSet } from "./sample.ts";

const card = (prefix: string, length: number) => (seed: number) =>
  withLuhn(prefix + digitsOf(seed, length - prefix.length - 1));
const written = (
  name: string,
  make: (seed: number) => string,
  write: (digits: string) => string,
): Format => ({
  name,
  make: (seed) => write(make(seed)),
});
const visa = card("4", 16);

/** Payment cards. */
export const cards: SampleSet = {
  frames: [
    "Please charge {} instead.",
    "My card {} was declined twice.",
    "Card number: {}",
    "{} expires in March.",
    "I paid with {}, exp 04/29, and got no receipt.",
    "The agent read {} back to me.",
    "card={} amount=19.90",
    "Refund to {} please, not to the gift card.",
    "Visa or Mastercard? It is {}.",
    "Order 2231 was paid by {}.",
    "Die Karte {} ist gesperrt.",
    "Wrong card on file ({}), remove it.",
    "He texted {} and the code on the back.",
    "Old: {} - new one comes by post.",
  ],
  formats: [
    written("Visa in fours", visa, inFours),
    written("Visa with dashes", visa, (digits) => inFours(digits, "-")),
    { name: "Visa without spaces", make: visa },
    written("Visa with dots", visa, (digits) => inFours(digits, ".")),
    { name: "Visa of 13 digits", make: card("4", 13) },
    written("Mastercard 5", card("53", 16), inFours),
    written("Mastercard 2", card("2345", 16), inFours),
    written("Amex 4-6-5", card("37", 15), (digits) => grouped(digits, [4, 6, 5], " ")),
    { name: "Amex without spaces", make: card("34", 15) },
    written("Diners 4-6-4", card("36", 14), (digits) => grouped(digits, [4, 6, 4], " ")),
    written("Discover", card("6011", 16), inFours),
    written("JCB", card("3530", 16), (digits) => inFours(digits, "-")),
    written("UnionPay of 19 digits", card("62", 19), inFours),
    written("Maestro", card("6759", 16), inFours),
    { name: "Maestro of 12 digits", make: card("5018", 12) },
    { name: "JCB of 15 digits", make: card("2131", 15) },
    written("Mir", card("2201", 16), inFours),
    written("RuPay", card("508", 16), inFours),
    written("Troy", card("9792", 16), inFours),
    { name: "AirPlus of 15 digits", make: card("1220", 15) },
    written("no-break spaces", visa, (digits) => inFours(digits, "\u00a0")),
    written("full-width digits", visa, (digits) => fullWidth(inFours(digits))),
    { ...written("in pairs", visa, (digits) => grouped(digits, [2, 2, 2, 2, 2, 2, 2, 2], " ")), hard: true },
    written("with underscores", visa, (digits) => inFours(digits, "_")),
    {
      ...written(
        "over two lines",
        visa,
        (digits) => `${inFours(digits.slice(0, 8))}\n${inFours(digits.slice(8))}`,
      ),
      hard: true,
    },
  ],
};
