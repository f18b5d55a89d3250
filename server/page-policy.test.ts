import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it, vi } from "vitest";
import { nameNonce } from "./page-policy.ts";

function policies(headers: Record<string, string>, dev = false) {
  const rawHeaders = Object.entries(headers).flat();
  const request = { headers: { ...headers }, rawHeaders } as unknown as IncomingMessage;
  const setHeader = vi.fn();
  nameNonce(request, { setHeader } as unknown as ServerResponse, dev);
  return { asked: request.headers, raw: request.rawHeaders, answered: String(setHeader.mock.calls[0]?.[1]) };
}

it("gives each response a different nonce, whatever the client sent where Next looks for it", () => {
  const mine = "script-src 'nonce-mine'";
  const given = { "content-security-policy": mine, "content-security-policy-report-only": mine };
  const all = [policies(given), policies(given)];
  for (const { asked, raw, answered } of all) {
    expect(asked).toEqual({ "content-security-policy": answered });
    expect(raw).toEqual(["content-security-policy", answered]);
    expect(answered).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
  }
  expect(all[0]?.answered).not.toBe(all[1]?.answered);
});

it("allows no inline scripts, no eval and no framing, except that tools use eval in development", () => {
  const { answered } = policies({});
  expect(answered).toContain("frame-ancestors 'none'");
  const scripts = answered.split("; ").filter((directive) => !/^style-src(-attr)? /.test(directive));
  expect(scripts.join("; ")).not.toMatch(/unsafe/);
  expect(policies({}, true).answered).toMatch(/script-src [^;]*'unsafe-eval'/);
});
