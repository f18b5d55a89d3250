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

/** In place of your model. */
const answer = async (question) => `You asked “${question}”. The museum opens at ten, except on Mondays.`;

/** Logs an answer. Nobody waits long for feedback: without id and token no widget is drawn. */
async function log(input, text) {
  const { stored } = whetstone.logInteraction(
    { feature_name: "visitor-questions", input, response_text: text, model_name: "stand-in" },
    { urgent: true },
  );
  return (await Promise.race([stored, wait(2_000, undefined)]).catch(() => undefined)) ?? {};
}

const escaped = (text = "") => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (question, text, { interaction_id, feedback_token }) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Ask the museum</title>
    <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { background: Canvas; color: CanvasText; max-inline-size: 42rem; margin: 2rem auto; padding-inline: 1rem }
      form > * { font: inherit; min-block-size: 2.75rem }
      /* Keeps its place until the script is there, so that nothing moves. */
      whetstone-stars:not(:defined) { display: block; min-block-size: 44px }
    </style>
    <script src="${WHETSTONE_URL}/embed.js" data-key="${WHETSTONE_PUBLISHABLE_KEY}" async></script>
  </head>
  <body>
    <main>
      <h1>Ask the museum</h1>
      <form>
        <input name="question" aria-label="Your question" value="${escaped(question)}" />
        <button>Ask</button>
      </form>
      <!-- The attribute puts thumbs below the answer. -->
      <p data-whetstone-interaction="${escaped(interaction_id)}" data-whetstone-token="${escaped(feedback_token)}">
        ${escaped(text)}
      </p>
      <!-- Or an element, where you want it. -->
      <whetstone-stars interaction="${escaped(interaction_id)}" token="${escaped(feedback_token)}"></whetstone-stars>
    </main>
  </body>
</html>`;

const app = express();

app.get("/", async (request, response) => {
  const question = String(request.query.question ?? "When do you open?");
  const text = await answer(question);
  response.send(page(question, text, await log(question, text)));
});

app.listen(PORT, () => console.log(`http://localhost:${PORT}`));
