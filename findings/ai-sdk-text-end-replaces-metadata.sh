#!/usr/bin/env bash
# ai 7.0.173 (Vercel AI SDK): the metadata of a text's last part replaces that of its first, all namespaces of it.
#
# Expected: `providerMetadata` is a record by provider, so that a middleware and a provider can each add a namespace of
#   their own; what stood on `text-start` is still there beside what comes on `text-end`.
# Seen: the finished text part of the UI message, and of the result's content, has the namespaces of `text-end` alone. A
#   stream whose `text-end` has none keeps those of `text-start`.
# Why it matters: an id by which an answer can be rated has to come with the first part, or a stopped answer can never be
#   rated. It is lost at the end as soon as the provider adds anything to the last part: so it must be merged into each
#   part that has metadata, or travel as the message's own metadata.
#
# Needs Node 22 or newer, npm and its registry. Fails when this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"type":"module","private":true}' > package.json
npm install --silent --no-audit --no-fund ai@7.0.173
cat > check.mjs <<'JS'
import { readUIMessageStream, simulateReadableStream, streamText, toUIMessageStream } from "ai";
import { MockLanguageModelV4 } from "ai/test";

const finish = {
  type: "finish",
  finishReason: { unified: "stop", raw: "stop" },
  usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 } },
};

/** The namespaces on the text of a message whose first and last part had these. */
async function namespaces(first, last) {
  const chunks = [
    { type: "stream-start", warnings: [] },
    { type: "text-start", id: "1", ...(first ? { providerMetadata: first } : {}) },
    { type: "text-delta", id: "1", delta: "An answer." },
    { type: "text-end", id: "1", ...(last ? { providerMetadata: last } : {}) },
    finish,
  ];
  const model = new MockLanguageModelV4({ doStream: async () => ({ stream: simulateReadableStream({ chunks }) }) });
  const result = streamText({ model, prompt: "A question" });
  const stream = result.toUIMessageStream?.() ?? toUIMessageStream({ stream: result.stream });
  let message;
  for await (const next of readUIMessageStream({ stream })) message = next;
  const text = message.parts.find(({ type }) => type === "text");
  return Object.keys(text.providerMetadata ?? {}).sort().join(",");
}

const ours = { rating: { id: "a1" } };
const theirs = { provider: { itemId: "msg_1" } };
const seen = { firstOnly: await namespaces(ours, undefined), both: await namespaces(ours, theirs) };
console.log(seen);
if (seen.firstOnly !== "rating" || seen.both !== "provider") {
  console.error("This has changed: the namespaces of text-start are no longer replaced by those of text-end.");
  process.exit(1);
}
JS
node check.mjs
