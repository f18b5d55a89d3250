// Experiments as flags, with the OpenFeature SDK.
import { OpenFeature } from "@openfeature/server-sdk";
import type { ServerClient } from "whetstone/client";
import { trackOf, WhetstoneProvider } from "whetstone/openfeature";

export async function shorten(client: ServerClient, userId: string): Promise<boolean> {
  const values = { shorter: { control: false, short: true } };
  await OpenFeature.setProviderAndWait(
    new WhetstoneProvider({ baseUrl: "https://whetstone.example", secretKey: "sk_…", values }),
  );
  const flags = OpenFeature.getClient();
  const details = await flags.getBooleanDetails("shorter", false, { targetingKey: userId });
  const answer = { feature_name: "f", response_text: "…", model_name: "m", user_id: userId };
  client.logInteraction({ ...answer, ...trackOf(details) });
  return details.value;
}
