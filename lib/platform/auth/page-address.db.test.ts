import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { noteOrigin, pageAddress } from "./page-address.ts";

testDatabase();

it("is where a member last opened the installation", async () => {
  expect(await pageAddress("demo", "/problems")).toBe("http://localhost:3000/demo/problems");
  await noteOrigin(new Headers({ host: "tools.example", "x-forwarded-proto": "https" }));
  expect(await pageAddress("demo", "/problems")).toBe("https://tools.example/demo/problems");
  await noteOrigin(new Headers({ host: "10.0.0.7:3000" }));
  expect(await pageAddress("demo", "")).toBe("http://10.0.0.7:3000/demo");
});
