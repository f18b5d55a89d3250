import { expect, it, vi } from "vitest";

const whole = {
  SMTP_URL: "smtp://127.0.0.1:25",
  MAIL_FROM: "ada@example.com",
  PUBLIC_URL: "https://w.example",
};

it.each([
  [true, whole],
  [false, { ...whole, PUBLIC_URL: "" }],
  [false, { PUBLIC_URL: whole.PUBLIC_URL }],
])("whether mail can be sent: %s with %j", async (expected, variables) => {
  vi.resetModules();
  for (const name of Object.keys(whole)) vi.stubEnv(name, variables[name as "PUBLIC_URL"] ?? "");
  const { canSendMail } = await import("./send-mail.ts");
  expect(canSendMail()).toBe(expected);
});
