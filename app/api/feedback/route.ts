import { feedbackBodySchema, receiptJson, receiptSchema, recordFeedback } from "#lib/observe/feedback/index";
import { anyKey, preflight, reply, route } from "#lib/platform/route/index";

export const OPTIONS = preflight("POST");

export const POST = route({
  summary: "Store or replace a rating",
  access: anyKey,
  body: feedbackBodySchema,
  replies: { 200: receiptSchema, 201: receiptSchema },
  async handle({ caller, body, request }) {
    const receipt = await recordFeedback(caller, body, request.headers.get("x-feedback-token"));
    return receipt.created ? reply(201, receiptJson(receipt)) : reply(200, receiptJson(receipt));
  },
});
