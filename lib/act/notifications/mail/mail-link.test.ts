import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { expiryOf, isProven, type MailClaims, mailToken, readMailToken } from "./mail-link.ts";

const [key, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const at = new Date("2026-12-01T00:00:00Z");
const claims: MailClaims = {
  purpose: "unsubscribe",
  projectId: randomUUID(),
  channelId: randomUUID(),
  email: "ada@example.com",
  expiry: expiryOf("unsubscribe", at),
};

it("says what it stands for, and proves it", () => {
  const token = mailToken(key, claims);
  expect(readMailToken(token)).toEqual(claims);
  expect(isProven(token, key, claims, new Date("2099-01-01"))).toBe(true);
  expect(isProven(token, other, claims, at)).toBe(false);
});

it("confirms for seven days", () => {
  const confirm: MailClaims = { ...claims, purpose: "confirm", expiry: expiryOf("confirm", at) };
  const token = mailToken(key, confirm);
  expect(isProven(token, key, confirm, new Date("2026-12-07T23:59:59Z"))).toBe(true);
  expect(isProven(token, key, confirm, new Date("2026-12-08T00:00:00Z"))).toBe(false);
});

it("proves nothing once a part of it is another", () => {
  const [payload = "", signature = ""] = mailToken(key, claims).split(".");
  const [changed = ""] = mailToken(key, { ...claims, email: "eve@example.com" }).split(".");
  for (const token of [`${changed}.${signature}`, `${payload}.`, payload, `${payload}.${signature.slice(1)}`])
    expect(isProven(token, key, claims, at)).toBe(false);
});

it.each(["", ".", "abc", "e30.x", `${Buffer.from('[1,"sell"]').toString("base64url")}.x`, "x".repeat(2_000)])(
  "reads nothing from %j",
  (token) => expect(readMailToken(token)).toBeNull(),
);
