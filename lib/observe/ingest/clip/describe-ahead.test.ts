import { expect, it } from "vitest";
import { describeAhead } from "./describe-ahead.ts";
import { describeData } from "./describe-data.ts";

it("has the same result in a worker thread, and leaves short texts for later", async () => {
  const data = `Look: data:image/png;base64,${"Ab1+".repeat(100_000)}`;
  const prose = "The parcel left the depot. ".repeat(1_000);
  const replace = await describeAhead({ input: data, retrieved_context: [{ text: prose }, "short"] });
  for (const text of [data, prose, "short", data.slice(0, 900)])
    expect(replace(text)).toBe(describeData(text));
  expect(replace(data)).toBe("Look: [image/png, 300.0 kB]");
});
