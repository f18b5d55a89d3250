import { expect, it } from "vitest";
import { POST } from "./route.ts";

it("reads no more of a body than a set-up has: anybody may send one", async () => {
  const body = JSON.stringify({ name: "x".repeat(16_000) });
  const answer = await POST(new Request("http://localhost/api/setup", { method: "POST", body }));
  expect({ status: answer.status, ...(await answer.json()) }).toMatchObject({
    status: 413,
    code: "body_too_large",
  });
});
