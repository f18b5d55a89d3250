import { describe, expect, it } from "vitest";
import { Problem } from "../problem/index.ts";
import { feedbackToken, requireFeedbackToken } from "./feedback-token.ts";
import { hmac } from "./hmac.ts";

const project = { projectId: "0193-a", tokenKey: Buffer.alloc(32, 1) };
const other = { projectId: "0193-b", tokenKey: Buffer.alloc(32, 2) };
const received = new Date("2026-11-01T12:00:00Z");
const day = (days: number) => new Date(received.getTime() + days * 86_400_000);
const token = feedbackToken(project, "int_1", received);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return `${error.status} ${error.code}`;
    throw error;
  }
  return "accepted";
}

/** The token with one character of its signature, or of its payload, replaced. */
const changed = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);

const withClaims = (claims: unknown) =>
  `${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${token.split(".")[1]}`;

describe("a feedback token", () => {
  it("is the same each time for the same interaction, so that a retry is answered the same", () => {
    expect(feedbackToken(project, "int_1", received)).toBe(token);
  });

  it.each([
    ["is accepted for its interaction", token, "int_1", day(1), "accepted"],
    ["is accepted until its last second", token, "int_1", new Date(day(30).getTime() - 1), "accepted"],
    ["has expired after 30 days", token, "int_1", day(30), "403 token_expired"],
    ["is refused for another interaction", token, "int_2", day(1), "403 token_for_other_interaction"],
    [
      "is refused for another project",
      feedbackToken(other, "int_1", received),
      "int_1",
      day(1),
      "403 token_for_other_project",
    ],
    [
      "is refused for another purpose",
      feedbackToken(project, "int_1", received, null, "impact"),
      "int_1",
      day(1),
      "403 token_for_other_purpose",
    ],
    [
      "is refused with a changed signature",
      changed(token, token.length - 3),
      "int_1",
      day(1),
      "403 token_changed",
    ],
    [
      "is refused with changed claims",
      withClaims([1, "feedback", "0193-a", "int_2", 2e9]),
      "int_2",
      day(1),
      "403 token_changed",
    ],
    ["is refused without its signature", token.split(".")[0], "int_1", day(1), "403 token_changed"],
    [
      "is refused in another version",
      withClaims([3, "feedback", "0193-a", "int_1", 2e9]),
      "int_1",
      day(1),
      "403 token_malformed",
    ],
    [
      "is refused with a holder of another form",
      withClaims([2, "feedback", "0193-a", "int_1", 2e9, 7]),
      "int_1",
      day(1),
      "403 token_malformed",
    ],
    [
      "is refused with another holder",
      withClaims([2, "feedback", "0193-a", "int_1", 2e9, "user:me"]),
      "int_1",
      day(1),
      "403 token_changed",
    ],
    ["is refused when it is no token", "hello", "int_1", day(1), "403 token_malformed"],
    ["is asked for when there is none", null, "int_1", day(1), "403 token_missing"],
    ["is asked for when it is empty", "", "int_1", day(1), "403 token_missing"],
  ])("%s", (_, given, interaction, now, expected) => {
    expect(codeOf(() => requireFeedbackToken(given, project, interaction, now))).toBe(expected);
  });

  it("says whom it was given to, where that was said", () => {
    const holderOf = (given: string) => requireFeedbackToken(given, project, "int_1", day(1));
    expect(holderOf(feedbackToken(project, "int_1", received, "user:hash"))).toBe("user:hash");
    expect(holderOf(token)).toBeNull();
  });

  it("of before, which could not say, is accepted until it expires", () => {
    const claims = [1, "feedback", "0193-a", "int_1", day(30).getTime() / 1000];
    const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
    const old = `${payload}.${hmac(project.tokenKey, payload).digest("base64url")}`;
    expect(requireFeedbackToken(old, project, "int_1", day(29))).toBeNull();
    expect(codeOf(() => requireFeedbackToken(old, project, "int_1", day(30)))).toBe("403 token_expired");
  });

  it("is refused when another key signed it for this project", () => {
    const forged = feedbackToken({ ...project, tokenKey: other.tokenKey }, "int_1", received);
    expect(codeOf(() => requireFeedbackToken(forged, project, "int_1", day(1)))).toBe("403 token_changed");
  });
});
