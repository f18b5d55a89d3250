import { describe, expect, it } from "vitest";
import { redactionKindSchema } from "#lib/domain/redaction.ts";
import { redactorFor } from "./redactor.ts";
import { validatePattern } from "./validate-pattern.ts";

const LENGTH = 100_000;
/** Distinguishes linear from quadratic time: tens of milliseconds from ten seconds. */
const LIMIT_MS = 1_000;

/** Prefixes that almost match, repeated many times. */
const pieces: Record<string, string[]> = {
  email: [
    "@",
    "a@",
    "a.",
    "a@a.",
    "a@b.co ",
    "(at)",
    "a(at)a.",
    "a at b dot ",
    " dot ",
    '"@',
    "a%",
    "é@é.",
    "%40",
    "a%40a.",
    "&#64;a",
    "a%2e",
  ],
  phone: [
    "1",
    "1 ",
    "11 ",
    "1-",
    "+",
    "+1",
    "+1 ",
    "(1)",
    "1) (",
    "0",
    "03 1234 5678 ",
    "020 7946 0958 ",
    "415-555-2671 ",
    "tel 4155552671 ",
    "tel 12345678 ",
    "call 999999999 ",
    "0612345678 ",
    "00491 ",
    "1/1/2024 ",
    "phone ",
    "phone\n",
    "call me at ",
    "tel:<b> ",
    "1234567 x1",
    "123-456-7890 or ",
    "(047)123-4567x",
    "+1 2 3 4 5 6 7 8",
    "0 1 2 3 4 5 6 7",
    "12 34 56 office ",
    "%2B1",
    "1234567,",
    "1234567|\n",
    "phone,1234567\n",
    ",12345678\n,,",
  ],
  card: [
    "4",
    "4111 ",
    "411111-",
    "4111 1111 1111 1112 ",
    "4111 1111 1111 111 ",
    "37",
    "6011",
    "123 ",
    "4.4.",
    "5018 ",
    "4 1 1 1 ",
    "card ",
    "card 4111\n",
    "411111111111111\n",
    "4111_1111 - ",
  ],
  iban: ["DE", "DE89", "DE89 ", "DE89 3704 0044 0532 0130 01 ", "LC55HEMM000100010012", "A1", "MT84 MALT "],
  ssn: [
    "123-45-678",
    "123-45-6789-",
    "123456789 ",
    "ssn ",
    "ssn 12345678 ",
    "social security ",
    "1-1-",
    "ssn 123456789 ",
  ],
  ip: [
    ":",
    "::",
    "1:",
    "a:",
    "0:0:",
    "2001:db8::1 ",
    "1.",
    "1.1.",
    "255.255.",
    "1.2.3.4.",
    "v1.2.3.4 ",
    "fe80::1::",
  ],
  api_key: [
    "sk-",
    "sk-a",
    "sk_live_",
    "eyJaaaaaaaa.",
    "eyJaaaaaaaa.eyJaaaaaaaa.",
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN ",
    "bearer a",
    "bearer ",
    "api_key=",
    "api_key=a",
    "ghp_a",
    "SG.a.",
    "xoxb-",
    "https://hooks.slack.com/services/",
    "https://a.discord.com/api/webhooks/1",
    "123456789:AA",
    "AKIA",
    "sk-proj-",
    "eyJ",
    "eyJ.eyJ",
    "token=",
    "password=",
    "password is ",
    "secret: a1",
    "authorization: bearer ",
    "://a:",
    "://a:b1@",
    "%3A%2F%2Fa%3A",
    "hooks.slack.com/services/aaaaaa/",
    "a.webhook.office.com/webhookb2/",
    "dp.pt.",
    "abcdef0123456789",
    "A1B2C3D4E5F6G7H8.atlasv1.",
    "Q~a1",
    "LS0tLS1CRUdJTiBQUklWQVRFIEtFW",
    "ghs_1_a.a.",
  ],
};

const once = ["eyJ", "sk-", "bearer ", "api_key=", "-----BEGIN PRIVATE KEY-----", "a@", "+", "DE89", "4111"];

const distinct = (make: (index: number) => string): string => {
  let text = "";
  for (let index = 0; text.length < LENGTH; index += 1) text += `${make(index)} `;
  return text.slice(0, LENGTH);
};

/** Numbers that all differ, so that no cache helps. */
const many = [
  distinct((index) => `+1415555${1000 + (index % 9000)}`),
  distinct((index) => `tel 415${5550000 + index * 7}`),
  distinct((index) => `0${100000000 + index * 7919}`),
  distinct((index) => `0${30 + (index % 60)} ${1000000 + index * 791}`),
  distinct((index) => `call ${70000000 + index * 977}`),
  distinct((index) => `${100 + ((index * 7919) % 900)}`),
];

const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

/**
 * The minimum of three runs, in milliseconds of this thread's CPU time, so that other load does not count.
 */
function bestOfThree(work: () => unknown): number {
  const times = [0, 1, 2, 3].map(() => {
    const from = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(from);
    return (user + system) / 1_000;
  });
  // The first run warms up.
  return Math.min(...times.slice(1));
}

describe("100,000 hostile characters take linear time", () => {
  for (const kind of redactionKindSchema.options) {
    const alone = redactorFor({
      enabled: true,
      skippedKinds: redactionKindSchema.options.filter((other) => other !== kind),
      patterns: [],
    });
    it.each(pieces[kind] ?? [])(`${kind}: %j`, (piece) => {
      expect(bestOfThree(() => alone.text(filled(piece)))).toBeLessThan(LIMIT_MS);
    });
  }

  const all = redactorFor({ enabled: true, skippedKinds: [], patterns: [] });
  it.each(once)("all kinds together: %j repeated", (beginning) => {
    for (const rest of ["a", "1", "_"]) {
      const text = beginning + rest.repeat(LENGTH);
      expect(
        bestOfThree(() => all.text(text)),
        rest,
      ).toBeLessThan(LIMIT_MS);
    }
  });
  it.each(many.map((text) => [text.slice(0, 20), text]))("all kinds together: %s…", (_, text) => {
    expect(bestOfThree(() => all.text(text))).toBeLessThan(LIMIT_MS);
  });
});

describe("a custom pattern is as fast on 100,000 characters that are its worst case", () => {
  it.each([
    ["(a+)+b|c", "ac"],
    ["a.*b|a", "a"],
    ["(?:[a-z]+[a-z]+)+1|[a-z]", "a"],
    ["\\w{1,50}@|\\w", "a"],
    ["(a|aa|aaa){1,20}b|a", "a"],
  ])("%s on %j", (pattern, piece) => {
    expect(validatePattern(pattern)).toBeNull();
    const own = redactorFor({
      enabled: true,
      skippedKinds: redactionKindSchema.options,
      patterns: [{ name: "own", pattern }],
    });
    expect(bestOfThree(() => own.text(filled(piece)))).toBeLessThan(LIMIT_MS);
  });
});
