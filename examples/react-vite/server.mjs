import { setTimeout as wait } from "node:timers/promises";
import express from "express";
import { createServerClient } from "whetstone/client";

const { WHETSTONE_URL = "http://localhost:3000", PORT = 3001 } = process.env;
const { WHETSTONE_SECRET_KEY = "", WHETSTONE_PUBLISHABLE_KEY = "" } = process.env;

const whetstone = createServerClient({
  baseUrl: WHETSTONE_URL,
  secretKey: WHETSTONE_SECRET_KEY,
  onRefused: (_event, { detail }) => console.warn(`Whetstone: ${detail}`),
});

const article =
  "The harbour's last diesel ferry was sold on Friday. Its successor charges while passengers board.";
/** In place of your model. */
const summarize = async () => "An electric ferry takes over in the harbour; it charges at each stop.";

const app = express();
app.use(express.static("dist"));

app.get("/summary", async (_request, response) => {
  const text = await summarize(article);
  const answer = {
    feature_name: "article-summary",
    input: article,
    response_text: text,
    model_name: "stand-in",
    prompt_version: "v1",
  };
  const { stored } = whetstone.logInteraction(answer, { urgent: true });
  // Nobody waits long for feedback: without a token the answer is shown, and cannot be rated.
  const logged = await Promise.race([stored, wait(2_000, undefined)]).catch(() => undefined);
  response.json({
    text,
    interactionId: logged?.interaction_id,
    feedbackToken: logged?.feedback_token,
    baseUrl: WHETSTONE_URL,
    publishableKey: WHETSTONE_PUBLISHABLE_KEY,
  });
});

app.listen(PORT, () => console.log(`http://localhost:${PORT}`));
