import { wrapLanguageModel } from "ai";
import { whetstoneMiddleware } from "whetstone/ai-sdk";
import { createServerClient } from "whetstone/client";
import { model } from "./model.mjs";

const { WHETSTONE_URL: baseUrl = "http://localhost:3000", WHETSTONE_SECRET_KEY: secretKey = "" } =
  process.env;
const onRefused = (_event, { detail }) => console.warn(`Whetstone: ${detail}`);
const client = createServerClient({ baseUrl, secretKey, onRefused });

/** Logs every answer as it is written. */
export const loggedModel = wrapLanguageModel({
  model,
  middleware: whetstoneMiddleware({ client, featureName: "chat" }),
});
