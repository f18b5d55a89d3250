import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RedactionSettings, redactionKindSchema } from "#lib/domain/redaction.ts";
import { redactorFor } from "./redactor.ts";

const settings = (given: Partial<RedactionSettings> = {}): RedactionSettings => ({
  enabled: true,
  skippedKinds: [],
  patterns: [],
  ...given,
});
const all = redactorFor(settings());

const samples = [
  "ada@example.com",
  "bob (at) example (dot) com",
  "+1 415 555 2671",
  "020 7946 0958",
  "tel 4155552671",
  "4111 1111 1111 1111",
  "378282246310005",
  "DE89 3704 0044 0532 0130 00",
  "078-05-1120",
  "ssn 078051120",
  "192.168.1.20",
  "2001:db8::8a2e:370:7334",
  "sk-ant-api03-AbCdEf1234567890abcdef",
  "AKIAIOSFODNN7EXAMPLE",
  "Bearer abcdef1234567890abcdef",
  "[EMAIL]",
  "[SSN]",
  "[PHONE] 12",
  "a",
  "1",
  " ",
  "-",
  "+",
  ".",
  ":",
  "]",
  "[",
  "x9",
];

describe("a redactor", () => {
  it("replaces every find by its kind and leaves the rest unchanged", () => {
    expect(all.text("Mail ada@example.com, call 415-555-2671, pay 4111 1111 1111 1111.")).toBe(
      "Mail [EMAIL], call [PHONE], pay [CARD].",
    );
  });

  it("returns the same text if nothing is found", () => {
    const text = "Nothing to see, 12 times in 2024.";
    expect(all.text(text)).toBe(text);
  });

  it("finds a whole card, although its digits could be a phone number", () => {
    expect(all.text("tel 4111 1111 1111 1111 or 020 7946 0958")).toBe("tel [CARD] or [PHONE]");
  });

  it("reads full-width digits, unusual spaces and typographic dashes as plain ones", () => {
    expect(all.text("４１１１\u00a01111\u20091111\u20111111 und ada＠example．com, 415‑555‑2671")).toBe(
      "[CARD] und [EMAIL], [PHONE]",
    );
  });

  it("is not fooled by invisible characters", () => {
    expect(all.text("ada\u200b@example.com 4111\u200b1111\u200b1111\u200b1111")).toBe("[EMAIL] [CARD]");
  });

  it("leaves redacted text unchanged", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...samples), { maxLength: 8 }), (parts) => {
        const once = all.text(parts.join(""));
        expect(all.text(once)).toBe(once);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it("ignores the kinds that a project skips", () => {
    const text = "ada@example.com 192.168.1.20";
    expect(redactorFor(settings({ skippedKinds: ["email"] })).text(text)).toBe("ada@example.com [IP]");
    expect(redactorFor(settings({ skippedKinds: [...redactionKindSchema.options] })).text(text)).toBe(text);
  });

  it("changes nothing if redaction is off", () => {
    expect(redactorFor(settings({ enabled: false })).text("ada@example.com")).toBe("ada@example.com");
  });

  it("is the same for equal settings", () => {
    expect(redactorFor(settings({ skippedKinds: ["ip"] }))).toBe(
      redactorFor(settings({ skippedKinds: ["ip"] })),
    );
  });
});

describe("custom patterns", () => {
  const own = redactorFor(
    settings({
      patterns: [
        { name: "Employee ID", pattern: "EMP-\\d{6,}" },
        { name: "word", pattern: "[A-Z]{3,}" },
        { name: "line", pattern: "secret: .*" },
      ],
    }),
  );

  it("are replaced by their names in capitals", () => {
    expect(own.text("ask EMP-123456")).toBe("ask [EMPLOYEE_ID]");
  });

  it("leave placeholders unchanged, including their own", () => {
    const once = own.text("ask EMP-123456 or ada@example.com about NASA");
    expect(once).toBe("ask [EMPLOYEE_ID] or [EMAIL] about [WORD]");
    expect(own.text(once)).toBe(once);
  });

  it("leave nothing of an overlap with a stronger kind", () => {
    expect(own.text("secret: ada@example.com and more")).toBe("[EMAIL]");
  });

  it("match far into a long text, and beyond the length of the search window", () => {
    expect(own.text(`${"a ".repeat(5_000)}EMP-123456`)).toBe(`${"a ".repeat(5_000)}[EMPLOYEE_ID]`);
    expect(own.text(`EMP-${"1".repeat(1_000)} b`)).not.toMatch(/\d/);
  });
});

describe("JSON", () => {
  it("is redacted at any depth, in arrays and objects, except for field names", () => {
    expect(all.json({ a: [{ "x@y.co": "x@y.co" }], n: 4111111111111111, b: true, c: null })).toEqual({
      a: [{ "x@y.co": "[EMAIL]" }],
      n: 4111111111111111,
      b: true,
      c: null,
    });
  });

  it("is the same object if nothing is found, and never modified", () => {
    const clean = { a: { b: ["c"] } };
    expect(all.json(clean)).toBe(clean);
    const given = { a: { b: ["x@y.co"] }, clean };
    expect(all.json(given).clean).toBe(clean);
    expect(given.a.b).toEqual(["x@y.co"]);
  });

  it("finds bare numbers if the field name says what they are", () => {
    expect(all.json({ phone: "4155552671", order: "4155552671", ssn: "078051120" })).toEqual({
      phone: "[PHONE]",
      order: "4155552671",
      ssn: "[SSN]",
    });
  });

  it("finds what the field name calls a secret or a card, even without a known form", () => {
    const bare = "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6";
    expect(
      all.json({
        apiKey: bare,
        client_secret: bare,
        password: "hunter22x",
        card_number: "7000000000000005",
        id: bare,
      }),
    ).toEqual({
      apiKey: "[API_KEY]",
      client_secret: "[API_KEY]",
      password: "[API_KEY]",
      card_number: "[CARD]",
      id: bare,
    });
    const plain = {
      token: "none",
      secret_santa: "Ada",
      password_hint: "my first cat",
      prompt_tokens: "4096",
    };
    expect(all.json(plain)).toBe(plain);
  });

  it("treats a field named __proto__ as a field", () => {
    const given = JSON.parse('{"__proto__":"x@y.co","a":"x@y.co"}');
    expect(JSON.stringify(all.json(given))).toBe('{"__proto__":"[EMAIL]","a":"[EMAIL]"}');
  });
});
