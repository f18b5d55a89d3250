import { settingsRoute } from "../settings-route.ts";

export const PUT = settingsRoute(
  "write_limit",
  "manage_keys",
  "Change how many writes one client address may send in a minute with one publishable key",
);
