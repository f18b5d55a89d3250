import { describe, expect, it } from "vitest";
import { embedSnippet, firstEventCurl, installCommand } from "./first-event-code.ts";

describe("firstEventCurl", () => {
  const curl = firstEventCurl("https://feedback.example.com", "sk_1");

  it("goes to this installation with this key", () => {
    expect(curl).toContain("curl https://feedback.example.com/api/feedback");
    expect(curl).toContain("Bearer sk_1");
  });

  it("carries a body that is JSON", () => {
    const body = JSON.parse(/-d '([^']+)'/.exec(curl)?.[1] ?? "") as Record<string, unknown>;
    expect(body).toMatchObject({ rating_type: "binary", rating_value: 1, interaction_id: "first-answer" });
  });
});

describe("embedSnippet", () => {
  it("names the installation and the publishable key", () => {
    const code = embedSnippet("https://feedback.example.com", "pk_1");
    expect(code).toContain('baseUrl: "https://feedback.example.com"');
    expect(code).toContain('publishableKey: "pk_1"');
    expect(code).toContain('from "whetstone/react"');
  });
});

it("the package comes from this installation, and its address does not end up in package.json", () => {
  expect(installCommand("https://feedback.example.com")).toBe(
    "npm install ./$(npm pack -s https://feedback.example.com/whetstone.tgz)",
  );
});
