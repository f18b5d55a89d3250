import { expect, it } from "vitest";
import { readTargetUrl } from "./target-url.ts";

const allowed = ["hooks.internal", "127.0.0.1:9000", "[::1]"];
const read = (text: string) => String(readTargetUrl(text, allowed));

it.each([
  ["https://hooks.example.com/a?b=c", "https://hooks.example.com/a?b=c"],
  ["https://hooks.example.com/a#part", "https://hooks.example.com/a"],
  ["https://hooks.example.com:8443/", "https://hooks.example.com:8443/"],
  ["https://1.1.1.1/", "https://1.1.1.1/"],
  ["http://hooks.internal/a", "http://hooks.internal/a"],
  ["http://HOOKS.internal:8080/a", "http://hooks.internal:8080/a"],
  ["http://127.0.0.1:9000/a", "http://127.0.0.1:9000/a"],
  ["http://[::1]:9000/a", "http://[::1]:9000/a"],
])("takes %s", (text, url) => expect(read(text)).toBe(url));

it.each([
  ["hooks.example.com", "must be a URL"],
  ["http://hooks.example.com/", "must begin with https://"],
  ["ftp://hooks.internal/", "must begin with https://"],
  ["https://ada:pass@hooks.example.com/", "must not contain a user"],
  ["https://127.0.0.1/", "a loopback address (127.0.0.1)"],
  ["https://127.0.0.1:9001/", "a loopback address (127.0.0.1)"],
  ["http://127.0.0.1:9001/", "must begin with https://"],
  // As browsers do, the URL parser reads other spellings of an address as the address.
  ["https://127.1/", "a loopback address (127.0.0.1)"],
  ["https://2130706433/", "a loopback address (127.0.0.1)"],
  ["https://0x7f.1/", "a loopback address (127.0.0.1)"],
  ["https://10.1.2.3/", "a private address (10.1.2.3)"],
  ["https://169.254.169.254/latest", "a cloud's metadata address (169.254.169.254)"],
  ["https://[fd00:ec2::254]/", "a cloud's metadata address (fd00:ec2::254)"],
  ["https://[::ffff:127.0.0.1]/", "a loopback address"],
  [`https://hooks.example.com/${"x".repeat(2_000)}`, "at most 2000 characters"],
])("refuses %s", (text, words) => expect(read(text)).toContain(words));
