import { convertToModelMessages, pipeUIMessageStreamToResponse, streamText, toUIMessageStream } from "ai";
import express from "express";
import { feedbackIds } from "whetstone/ai-sdk";
import { loggedModel } from "./logged-model.mjs";

const { WHETSTONE_URL: baseUrl = "http://localhost:3000", PORT = 3001 } = process.env;
const { WHETSTONE_PUBLISHABLE_KEY: publishableKey = "" } = process.env;

const app = express();
app.use(express.static("dist"), express.json());
app.get("/settings", (_request, response) => response.json({ baseUrl, publishableKey }));

app.post("/api/chat", async (request, response) => {
  const { id, messages } = request.body;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const { stream } = streamText({
    model: loggedModel,
    messages: await convertToModelMessages(messages),
    abortSignal: gone.signal,
    providerOptions: { whetstone: { session_id: id } },
  });
  // The page gets what the answer is rated by with its first part.
  const messageMetadata = ({ part }) => feedbackIds(part);
  await pipeUIMessageStreamToResponse({ response, stream: toUIMessageStream({ stream, messageMetadata }) });
});

app.listen(PORT, () => console.log(`http://localhost:${PORT}`));
