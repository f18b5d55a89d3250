import { settingsRoute } from "../settings-route.ts";

export const PUT = settingsRoute(
  "quotas",
  "manage_keys",
  "Change how much publishable keys may send: on an answer, from an address, and in a day",
);
