import { expect, it } from "vitest";
import { preflight } from "./index.ts";

it("answers a preflight for any origin, also while there is no database to ask", async () => {
  const asked = new Request("http://localhost/api/events", { headers: { origin: "https://a.example" } });
  const answer = await preflight("POST")(asked);
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-origin")).toBe("https://a.example");
  expect(answer.headers.get("access-control-allow-methods")).toBe("POST");
  expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
});
