import { digitsOf, fullWidth, grouped, pick } from "./made-values.ts";
import type { Format, SampleSet } from "./sample.ts";

const ssn = (seed: number): string =>
  pick(["123", "219", "457", "078", "524", "618"], seed) +
  pick(["05", "12", "45", "68"], seed + 9) +
  digitsOf(seed, 4).replace("0000", "0001");
const written = (name: string, separator: string, label = ""): Format => ({
  name,
  make: (seed) => label + grouped(ssn(seed), [3, 2, 4], separator),
});

/** US social security numbers; no frame has a word that names them, as some of the formats bring it. */
export const ssns: SampleSet = {
  frames: [
    "Mine is {}, please check.",
    "The form wants {} in box two.",
    "{} was rejected as unknown.",
    "Applicant Ada Byron, {}",
    "I typed {} and got an error.",
    "Use {} for the background check.",
    "Why do you store {}?",
    "W-2 shows {} on the left.",
    "He sent {} in plain text!",
    "Tax file: {}.",
    "It says {} does not match.",
    "Dependents: one ({})",
    "Delete {} from my file.",
    "id {} verified",
  ],
  formats: [
    written("123-45-6789", "-"),
    written("123 45 6789", " "),
    written("123.45.6789", "."),
    written("en dashes", "–"),
    written("no-break hyphens", "‑"),
    written("SSN: 123-45-6789", "-", "SSN: "),
    written("SSN 123456789", "", "SSN "),
    written("SSN# 123456789", "", "SSN# "),
    written("social security number 123456789", "", "social security number "),
    { name: "123456789 (SSN)", make: (seed) => `${ssn(seed)} (SSN)` },
    {
      name: "mixed marks after SSN",
      make: (seed) => `SSN ${ssn(seed).slice(0, 3)}-${grouped(ssn(seed).slice(3), [2, 4], " ")}`,
    },
    { name: "full-width digits", make: (seed) => fullWidth(grouped(ssn(seed), [3, 2, 4], "-")) },
    { ...written("nine digits, no word", ""), hard: true },
    { ...written("spaces around dashes", " - "), hard: true },
    { ...written("slashes", "/"), hard: true },
  ],
};
