import { settingsRoute } from "../settings-route.ts";

export const PUT = settingsRoute(
  "voter_limits",
  "manage_keys",
  "Change how many devices may rate an answer whose server did not say whom it was given to",
);
