import { digitsOf, pick } from "./made-values.ts";
import type { SampleSet } from "./sample.ts";

const names = ["ada", "grace", "linus", "maria", "chen", "oluwaseun", "ines", "piotr", "yuki", "fatima"];
const families = [
  "byron",
  "hopper",
  "silva",
  "nowak",
  "okafor",
  "tanaka",
  "rossi",
  "dubois",
  "haddad",
  "berg",
];
const hosts = ["example", "north-wind", "acme-tools", "kitchenlab", "bluefin", "riverbank"];
const ends = ["com", "org", "net", "de", "co.uk", "io", "fr", "com.br"];

const name = (seed: number): string => pick(names, seed);
const family = (seed: number): string => pick(families, seed + 31);
const host = (seed: number): string => `${pick(hosts, seed + 67)}.${pick(ends, seed + 5)}`;

/** Email addresses. */
export const emails: SampleSet = {
  frames: [
    "You can write to {} until Friday.",
    "The invoice went to {} by mistake.",
    "{} asked us to delete the account.",
    "Please add {} to the thread, thanks!",
    "I signed up as {}, but no mail arrives.",
    "From: {}",
    "Contact ({}) for the press kit.",
    "My old address {} bounces; use the other one.",
    "cc {}; bcc nobody",
    "Reset link sent to {}.",
    'Is "{}" the right person for refunds?',
    "user={} status=active plan=pro",
    "Die Rechnung bitte an {} schicken.",
    "Merci d'écrire à {} avant lundi.",
    "- {}\n- the team mailbox",
  ],
  formats: [
    { name: "name.family@host", make: (seed) => `${name(seed)}.${family(seed)}@${host(seed)}` },
    {
      name: "with a tag",
      make: (seed) => `${name(seed)}+${pick(["news", "shop", "test1"], seed)}@${host(seed)}`,
    },
    {
      name: "subdomain",
      make: (seed) => `${family(seed)}@mail.${pick(["eu", "us2", "corp"], seed)}.${host(seed)}`,
    },
    { name: "capitals", make: (seed) => `${name(seed)}.${family(seed)}@${host(seed)}`.toUpperCase() },
    { name: "digits and underscores", make: (seed) => `${name(seed)}_${digitsOf(seed, 4)}@${host(seed)}` },
    { name: "digits only", make: (seed) => `${digitsOf(seed, 9)}@${pick(["qq", "163"], seed)}.com` },
    { name: "apostrophe", make: (seed) => `o'${family(seed)}@${host(seed)}` },
    {
      name: "letters beyond ASCII",
      make: (seed) =>
        `${pick(["jürgen", "zoë", "søren", "łukasz"], seed)}@${pick(["müller", "café"], seed)}-${digitsOf(seed, 2)}.de`,
    },
    {
      name: "long new ending",
      make: (seed) =>
        `${name(seed)}@${pick(hosts, seed)}.${pick(["photography", "museum", "software"], seed)}`,
    },
    { name: "mailto link", make: (seed) => `mailto:${name(seed)}.${family(seed)}@${host(seed)}` },
    { name: "punycode", make: (seed) => `${name(seed)}@xn--${pick(hosts, seed).replace("-", "")}-kva.de` },
    { name: "quoted name part", make: (seed) => `"${name(seed)} ${family(seed)}"@${host(seed)}` },
    { name: "(at) and (dot)", make: (seed) => `${name(seed)} (at) ${pick(hosts, seed)} (dot) com` },
    {
      name: "at and dot as words",
      hard: true,
      make: (seed) => `${name(seed)} at ${pick(hosts, seed)} dot com`,
    },
    { name: "spaces around @", hard: true, make: (seed) => `${name(seed)} @ ${host(seed)}` },
    { name: "host without a dot", hard: true, make: (seed) => `${name(seed)}@${pick(hosts, seed)}` },
  ],
};
