import { digitsOf, inFours, lettersOf, withIbanCheck } from "./made-values.ts";
import type { Format, SampleSet } from "./sample.ts";

const digits = (country: string, count: number) => (seed: number) =>
  withIbanCheck(country, digitsOf(seed, count));
const withBank = (country: string, letters: number, count: number) => (seed: number) =>
  withIbanCheck(country, lettersOf("ABCDEFGHKLMNPRST", seed, letters) + digitsOf(seed, count));
const written = (name: string, make: (seed: number) => string, write: (iban: string) => string): Format => ({
  name,
  make: (seed) => write(make(seed)),
});

/** International bank account numbers. */
export const ibans: SampleSet = {
  frames: [
    "Please transfer the refund to {}.",
    "IBAN: {}",
    "My account {} has not seen a cent.",
    "{} belongs to the landlord.",
    "They changed it to {} last week, is that a scam?",
    "Bitte auf {} überweisen.",
    "Virement sur {}, merci.",
    "BIC COBADEFF, {}, Ada Byron",
    "account={} currency=EUR",
    "The standing order goes to {} on the first.",
    "Is {} still valid?",
    "Payee Kitchen Lab ({})",
    "Debit {} on the 5th.",
    "Send it to {} and mail me the receipt.",
  ],
  formats: [
    written("Germany in fours", digits("DE", 18), inFours),
    { name: "Germany without spaces", make: digits("DE", 18) },
    written("United Kingdom", withBank("GB", 4, 14), inFours),
    written("Netherlands", withBank("NL", 4, 10), inFours),
    written("France", digits("FR", 23), inFours),
    { name: "Spain", make: digits("ES", 20) },
    written("Italy", (seed) => withIbanCheck("IT", `X${digitsOf(seed, 22)}`), inFours),
    written("Switzerland", digits("CH", 17), inFours),
    written("Norway", digits("NO", 11), inFours),
    written("Poland", digits("PL", 24), inFours),
    { name: "Malta", make: withBank("MT", 4, 23) },
    written("small letters", digits("AT", 16), (iban) => inFours(iban).toLowerCase()),
    written("dashes", digits("BE", 12), (iban) => inFours(iban, "-")),
    written("no-break spaces", digits("PT", 21), (iban) => inFours(iban, "\u00a0")),
    { ...written("two spaces", digits("DE", 18), (iban) => inFours(iban, "  ")), hard: true },
    {
      ...written(
        "over two lines",
        digits("DE", 18),
        (iban) => `${inFours(iban.slice(0, 12))}\n${inFours(iban.slice(12))}`,
      ),
      hard: true,
    },
  ],
};
