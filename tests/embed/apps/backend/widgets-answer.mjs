import { createServerClient } from "whetstone/client";

const { WHETSTONE_URL: server = "", WHETSTONE_SECRET_KEY: secretKey = "" } = process.env;
const whetstone = createServerClient({ baseUrl: server, secretKey });

/** What the model is said to have written: Markdown, with a phrase that stands in it twice. */
export const text = `Dear Ms Meyer,

we have **received your parcel** and checked the lamp. The refund of 39 euros is on its way to your bank, and the refund of the postage follows on Monday.

- The lamp was complete.
- The bulb was broken, which you need not pay for.

You can follow the refund in [your account](#account "Your account").`;

/**
 * Logs the answer of a page, under the id that its address names, and gives what the page needs to have it rated.
 * @param {Record<string, string | undefined>} asked id; key and token in place of the page's own
 */
export async function answerFor({ id, key, token }) {
  const logged = token ? undefined : await log(id).stored;
  return {
    server,
    publishableKey: key ?? process.env.WHETSTONE_PUBLISHABLE_KEY ?? "",
    interactionId: logged?.interaction_id ?? id ?? "",
    feedbackToken: token ?? logged?.feedback_token ?? "",
    text,
  };
}

/** @param {string | undefined} id */
const log = (id) =>
  whetstone.logInteraction(
    { interaction_id: id, feature_name: "support-mail", response_text: text, model_name: "sample" },
    { urgent: true },
  );
