// The same with the AI SDK, which can only be imported.
import { type LanguageModel, wrapLanguageModel } from "ai";
import { type FeedbackIds, feedbackIds, whetstoneMiddleware } from "whetstone/ai-sdk";
import type { ServerClient } from "whetstone/client";

export const wrapped = (model: Exclude<LanguageModel, string>, client: ServerClient, userId?: string) =>
  wrapLanguageModel({ model, middleware: whetstoneMiddleware({ client, featureName: "f", userId }) });

export const idsOf = (part: object): FeedbackIds | undefined => feedbackIds(part);
