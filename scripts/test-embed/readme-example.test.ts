import { expect, it } from "vitest";
import { filledExample, filledServer, readmeExample } from "./readme-example.ts";

const filling = {
  server: "http://localhost:4000",
  openKey: "pk_1",
  interaction_id: "answer-1",
  feedback_token: "token-1",
};

it("README.md goes from zero to a rating in at most ten lines, with an interaction in JSON", async () => {
  const { body, code } = await readmeExample();
  expect(code.split("\n").length).toBeLessThanOrEqual(10);
  expect(JSON.parse(body)).toMatchObject({
    feature_name: expect.any(String),
    response_text: expect.any(String),
  });
  const filled = filledExample(code, filling);
  for (const value of Object.values(filling)) expect(filled).toContain(JSON.stringify(value));
  expect(filled).not.toContain("…");
});

it("README.md installs the package as a file, and has a server that reads its key from the environment", async () => {
  const { tarball, server } = await readmeExample();
  expect(tarball).toBe("http://localhost:3000/whetstone.tgz");
  expect(server).toContain("process.env.SK");
  expect(filledServer(server, filling.server)).toContain('baseUrl: "http://localhost:4000"');
  expect(() => filledServer("listen(3001)", filling.server)).toThrow(
    'must contain "http://localhost:3000" once',
  );
});

it("an example without one of its placeholders is named", () => {
  expect(() => filledExample('baseUrl: "http://localhost:3000"', filling)).toThrow(
    'README.md\'s example must contain publishableKey: "pk_…" once.',
  );
});
