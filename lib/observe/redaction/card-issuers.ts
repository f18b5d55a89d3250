/** First digits of payment cards, each with the lengths that are issued. Sources: ISO/IEC 7812 registrants' own pages and `credit-card-type` 10, read 2026-11-30. */
const issuers: readonly { prefix: RegExp; lengths: readonly number[] }[] = [
  // Visa; 13 digits are of old and of generated cards
  { prefix: /^4/, lengths: [13, 16, 18, 19] },
  // Mastercard
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  // American Express
  { prefix: /^3[47]/, lengths: [15] },
  // Diners Club, also in its longer forms; enRoute
  { prefix: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 15, 16, 17, 18, 19] },
  { prefix: /^(?:2014|2149)/, lengths: [15] },
  // Discover, RuPay and Troy
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { prefix: /^(?:60|82|9792)/, lengths: [16] },
  { prefix: /^606282/, lengths: [13, 16, 19] },
  // JCB, in both of its lengths
  { prefix: /^35/, lengths: [16] },
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [17, 18, 19] },
  { prefix: /^(?:2131|1800)/, lengths: [15] },
  // UnionPay
  { prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19] },
  // Mir, Belkart, Borica
  { prefix: /^(?:220[0-4]|9112)/, lengths: [16, 17, 18, 19] },
  { prefix: /^2205/, lengths: [16] },
  // Uzcard, Humo, Napas, GPN
  { prefix: /^(?:8600|9860|1946)/, lengths: [16] },
  { prefix: /^9704/, lengths: [16, 19] },
  // Maestro and what became of Switch, Solo and Laser; Verve, Elo, Dankort, Cabal, Meeza
  { prefix: /^(?:50|5[6-8]|63|67)/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { prefix: /^0604/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  // AirPlus and other UATP cards; Voyager
  { prefix: /^(?:1220|1354|8699)/, lengths: [15] },
];

/** Whether some issuer gives out cards of this length that begin so. The check digit is another matter. */
export const hasIssuer = (digits: string): boolean =>
  issuers.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits));
