import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { newSigningSecret, signatureHeaders } from "./sign.ts";

it("signs as the standard's own example", () => {
  const at = new Date(1_614_265_330_000);
  const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body: '{"test": 2432232314}' };
  expect(signatureHeaders(message, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])).toEqual({
    "webhook-id": message.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

it("is verified with the new secret and with the old one while they rotate", () => {
  const secrets = [newSigningSecret(), newSigningSecret()] as const;
  const body = '{"type":"test","words":"Grüße"}';
  const headers = signatureHeaders({ id: "a:b-1", at: new Date(), body }, secrets);
  for (const secret of secrets)
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "test" });
  expect(() => new Webhook(newSigningSecret()).verify(body, headers)).toThrow();
  expect(() => new Webhook(secrets[0]).verify(`${body} `, headers)).toThrow();
  expect(secrets[0]).toMatch(/^whsec_[\w+/]{43}=$/);
});
