import { expect, it } from "vitest";
import { readJson } from "./read-body.ts";

const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 1]));
const read = (body: object) =>
  readJson(new Request("http://app.test", { method: "POST", body: JSON.stringify(body) }), 1_000_000);

it("reads a body of as many fields as it may have, and refuses one with more by that", async () => {
  await expect(read(fields(50_000))).resolves.toMatchObject({ value: { f0: 1, f49999: 1 } });
  await expect(read({ metadata: fields(50_000) })).rejects.toMatchObject({
    code: "invalid_body",
    message: expect.stringContaining("more than 50,000 fields"),
  });
});
