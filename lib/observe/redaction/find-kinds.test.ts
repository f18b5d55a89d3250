import { describe, expect, it } from "vitest";
import { findApiKeys } from "./finders/find-api-keys.ts";
import { findCards } from "./finders/find-cards.ts";
import { findEmails } from "./finders/find-emails.ts";
import { findIbans } from "./finders/find-ibans.ts";
import { findIps } from "./finders/find-ips.ts";
import { findSpelledEmails } from "./finders/find-spelled-emails.ts";
import { findSsns } from "./finders/find-ssns.ts";
import { findPhones } from "./phones/find-phones.ts";
import type { Finder } from "./span.ts";

const found = (find: Finder, text: string) => find(text).map(({ start, end }) => text.slice(start, end));

/** Texts, each with what must be found in it; a text without it must have no finds. */
function holds(find: Finder, cases: (string | [string, ...string[]])[]): void {
  it.each(cases.map((given) => [given].flat()))("%s", (text = "", ...wanted) => {
    expect(found(find, text)).toEqual(wanted);
  });
}

describe("emails", () => {
  holds(findEmails, [
    ["Write to ada.lovelace+news@mail.example.co.uk.", "ada.lovelace+news@mail.example.co.uk"],
    ["<jürgen@müller.de>,o'neil@example.org", "jürgen@müller.de", "o'neil@example.org"],
    ["联系abc@example.com谢谢", "abc@example.com"],
    ['"john doe"@example.com', '"john doe"@example.com'],
    ["a@xn--mller-kva.xn--p1ai", "a@xn--mller-kva.xn--p1ai"],
    "react@19.3.1, @handle, user@localhost, a @ b, x@.com, git@github.com:owner/repository, ssh://git@github.com/owner",
  ]);
});

describe("emails hidden from machines", () => {
  holds(findSpelledEmails, [
    ["ada (at) example (dot) com", "ada (at) example (dot) com"],
    ["ada[at]example.com and bob AT example DOT org", "ada[at]example.com", "bob AT example DOT org"],
    ["?to=ada.byron%40example.com&x=1", "ada.byron%40example.com"],
    ["ada%2540example%252Ecom", "ada%2540example%252Ecom"],
    [
      "<a href>ada&#64;example.com, bob&#x40;example&period;org</a>",
      "ada&#64;example.com",
      "bob&#x40;example&period;org",
    ],
    ['{"m":"ada\\u0040example.com"}', "ada\\u0040example.com"],
    ["eve&commat;example&#46;co.uk;", "eve&commat;example&#46;co.uk"],
    "we met at ten dot and left (at noon), 10%40 of 64; 3&#64;4, width%40px",
  ]);
});

describe("cards", () => {
  holds(findCards, [
    ["4111 1111 1111 1111 exp 12/26", "4111 1111 1111 1111"],
    ["order 123 5500-0000-0000-0004", "5500-0000-0000-0004"],
    ["3782 822463 10005, 30569309025904", "3782 822463 10005", "30569309025904"],
    "4111 1111 1111 1112, 0.4111111111111111, a4111111111111111, 9999999999999995, 41 11 11 11 11 11 11 11",
  ]);
});

describe("IBANs", () => {
  holds(findIbans, [
    ["DE89 3704 0044 0532 0130 00 and", "DE89 3704 0044 0532 0130 00"],
    ["gb82west12345698765432,NO93 8601 1117 947", "gb82west12345698765432", "NO93 8601 1117 947"],
    ["NL91-ABNA-0417-1643-00", "NL91-ABNA-0417-1643-00"],
    "DE88 3704 0044 0532 0130 00, XX89370400440532013000, DE893704004405320130001",
  ]);
});

describe("social security numbers", () => {
  holds(findSsns, [
    ["078-05-1120, 078 05 1120", "078-05-1120", "078 05 1120"],
    ["my SSN is 078051120", "078051120"],
    ["078051120 is her social security number", "078051120"],
    "000-12-3456, 666-12-3456, 900-12-3456, 123-00-4567, 123-45-0000, 078051120, 1123-45-6789",
  ]);
});

describe("IP addresses", () => {
  holds(findIps, [
    ["192.168.1.20:8080, http://8.8.8.8/x", "192.168.1.20", "8.8.8.8"],
    ["10.0.0.1-10.0.0.20", "10.0.0.1", "10.0.0.20"],
    ["2001:db8::8a2e:370:7334 and [fe80::1]:443", "2001:db8::8a2e:370:7334", "fe80::1"],
    "1.2.3, 1.2.3.4.5, 12:30:45, v10.0.0.1, version 1.2.3.4, Chrome/120.0.0.0, 256.1.1.1, 01.02.03.04",
    "std::string, a::b, ::1, 127.0.0.1, 255.255.255.0, 00:1a:2b:3c:4d:5e, 0.0.0.0",
  ]);
});

describe("API keys", () => {
  const pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----";
  holds(findApiKeys, [
    ["key sk-ant-api03-AbCdEf1234567890abcdef_x-y!", "sk-ant-api03-AbCdEf1234567890abcdef_x-y"],
    ["AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"],
    ["Authorization: Bearer abcdef1234567890abcdef", "abcdef1234567890abcdef"],
    [`before ${pem} after`, pem],
    ["cut off -----BEGIN PRIVATE KEY-----\nMIIEvQIBADAN", "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADAN"],
    [
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123",
    ],
    ['"api_key": "0123456789abcdef0"', "0123456789abcdef0"],
    "sk-learn-and-other-libraries-are-good, sk_users_with_2_orders_and_many_more, bearer responsibilities",
  ]);
});

describe("phone numbers", () => {
  holds(findPhones, [
    ["+1 (415) 555-2671 or 415-555-2671", "+1 (415) 555-2671", "415-555-2671"],
    ["020 7946 0958, +44 (0)20 7946 0958", "020 7946 0958", "+44 (0)20 7946 0958"],
    ["0049 30 901820; 030/901820", "0049 30 901820", "030/901820"],
    ["tel 4155552671", "4155552671"],
    ["(415) 555-2671 x12", "(415) 555-2671 x12"],
    ["555-123-4567, (123) 456-7890, +1 555 123 4567", "555-123-4567", "(123) 456-7890", "+1 555 123 4567"],
    ["call 555-0123", "555-0123"],
    "call me on 15.01.2024, https://example.ph/blog/2018/02/03",
    ["06 12 34 56 78 / 06 98 76 54 32", "06 12 34 56 78", "06 98 76 54 32"],
    "2024-01-15 10:30, 15.01.2024, 2019-2023, 1,234,567.89, 3.14159265358979, 1700000000, 12345678",
    "ISBN 978-3-16-148410-0, order #4155552671, $1,234,567, 550e8400-e29b-41d4-a716-446655440000",
  ]);
});
