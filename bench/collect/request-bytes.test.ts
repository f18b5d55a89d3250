import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { LoadSpec } from "./load-spec.ts";
import { requestMaker } from "./request-bytes.ts";

const spec: LoadSpec = {
  kind: "interaction",
  batch: 1,
  tokens: null,
  url: "http://127.0.0.1:3000/api/interactions",
  key: "sk_x",
  connections: 1,
  envelope: "interactions",
  run: "12345678",
  warmUpSeconds: 0,
  seconds: 1,
  rate: null,
};

function read(request: Buffer) {
  const [head = "", body = ""] = request.toString("utf8").split("\r\n\r\n");
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
  return { head, body: JSON.parse(body) };
}

test("a request of one event has it as its body, with the key", () => {
  const next = requestMaker({ ...spec, batch: 1 });
  const { head, body } = read(next());
  expect(head).toContain("POST /api/interactions HTTP/1.1\r\nHost: 127.0.0.1:3000");
  expect(head).toContain("Authorization: Bearer sk_x");
  expect(body).toMatchObject({ interaction_id: "bench-12345678-000000000", model_name: "gpt-4o" });
});

test("no two events have the same id, also when the prepared texts come round again", () => {
  const next = requestMaker({ ...spec, batch: 1 });
  const ids = Array.from({ length: 600 }, () => read(next()).body.interaction_id);
  expect(new Set(ids).size).toBe(600);
});

test("a batch has as many events as asked for, each with an id of its own", () => {
  const next = requestMaker({ ...spec, batch: 100 });
  const ids = [next(), next()].flatMap((request) =>
    read(request).body.interactions.map((event: { interaction_id: string }) => event.interaction_id),
  );
  expect(new Set(ids).size).toBe(200);
});

test("a mixed batch names the type of its events, and no key goes where none is asked for", () => {
  const { head, body } = read(requestMaker({ ...spec, batch: 2, envelope: "events", key: null })());
  expect(head).not.toContain("Authorization");
  expect(body.events.map((event: { type: string }) => event.type)).toEqual(["interaction", "interaction"]);
});

test("thumbs are of the answers whose tokens they bring; when all have been rated they come again under new ids", () => {
  const folder = mkdtempSync(join(tmpdir(), "whetstone-tokens-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const tokens = join(folder, "tokens");
  writeFileSync(tokens, "token-of-answer-0\ntoken-of-answer-1\n");
  const next = requestMaker({ ...spec, kind: "thumb", tokens });
  const sent = Array.from({ length: 3 }, () => read(next()).body);
  expect(sent.map(({ feedback_token }) => feedback_token)).toEqual([
    "token-of-answer-0",
    "token-of-answer-1",
    "token-of-answer-0",
  ]);
  expect(sent.map(({ interaction_id }) => interaction_id.at(-1))).toEqual(["0", "1", "0"]);
  expect(sent.map(({ feedback_id }) => feedback_id.at(-1))).toEqual(["0", "1", "2"]);
});
