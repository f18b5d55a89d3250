import { expect, it } from "vitest";
import { sentNotice } from "./sent-notice.ts";

const answered = (...data: { state: string; recipient?: string; last_error?: string }[]) => ({
  ok: true as const,
  data: { data: data.map((each) => ({ recipient: "", last_error: null, ...each })) },
});

it.each([
  [answered({ state: "delivered" }), "good", "Test delivered."],
  [
    answered({ state: "failed", last_error: "Answered 404. no_service" }),
    "bad",
    "Test not delivered. Answered 404. no_service",
  ],
  [
    answered({ state: "delivered" }, { state: "failed", recipient: "a@b.c", last_error: "No such user." }),
    "bad",
    "Test not delivered. a@b.c: No such user.",
  ],
  [answered({ state: "pending" }), "bad", "Test not delivered. It is still being sent."],
])("%j", (sent, tone, text) => expect(sentNotice(sent, "test")).toEqual({ tone, text }));

it("says why a route refused", () => {
  const refused = {
    ok: false as const,
    status: 409,
    message: "Disabled.",
    fields: {},
    paths: {},
    problem: null,
  };
  expect(sentNotice(refused, "notification")).toEqual({ tone: "bad", text: "Disabled." });
});
