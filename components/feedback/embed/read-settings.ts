import type { HttpAdapterOptions } from "../adapter/http-options.ts";

/** The settings of the script element, for all elements of its page. */
export interface ScriptSettings {
  server: string;
  key: string | null;
}

/** The settings in an element's attributes. */
export interface Settings {
  interactionId: string;
  reach: Pick<HttpAdapterOptions, "baseUrl" | "publishableKey" | "feedbackToken" | "userId" | "sessionId">;
  waiting: boolean;
  categories: string[] | undefined;
  positiveCategories: string[] | undefined;
  /** What is missing, as a message for developers; "" if nothing is. */
  missing: string;
}

/** The attributes that re-render an element. */
export const attributes = [
  "interaction",
  "token",
  "user-id",
  "session-id",
  "server",
  "key",
  "data-server",
  "data-key",
  "categories",
  "positive-categories",
  "lang",
  "waiting",
] as const;

/** Reads an attribute; null if it is absent. */
export type ReadAttribute = (name: string) => string | null;

/** The server given by the script element, or else the one that served it, and the key. */
export function scriptSettings(script: Pick<HTMLScriptElement, "src" | "dataset"> | null): ScriptSettings {
  const origin = script?.src ? new URL(script.src).origin : "";
  return { server: script?.dataset.server ?? origin, key: script?.dataset.key ?? null };
}

/** The settings of one element: its own, with those of the script as defaults. */
export function readSettings(read: ReadAttribute, script: ScriptSettings): Settings {
  // React reserves `key`, so there it can only be given as `data-key`.
  const key = read("key") ?? read("data-key") ?? script.key;
  const interaction = read("interaction");
  const token = read("token");
  const waiting = isOn(read("waiting"));
  return {
    interactionId: interaction ?? "",
    reach: {
      baseUrl: read("server") ?? read("data-server") ?? script.server,
      publishableKey: key ?? "",
      feedbackToken: token ?? "",
      userId: read("user-id") || undefined,
      sessionId: read("session-id") || undefined,
    },
    waiting,
    categories: listOf(read("categories")),
    positiveCategories: listOf(read("positive-categories")),
    // An answer that is still being generated may have no ID and no token yet.
    missing: waiting ? "" : missingWords(interaction, token, key),
  };
}

/** Frameworks write `false` as text if they treat `waiting` as a string. */
const isOn = (value: string | null): boolean => value !== null && value !== "false";

function listOf(value: string | null): string[] | undefined {
  return value?.split(",").flatMap((item) => item.trim() || []);
}

function missingWords(interaction: string | null, token: string | null, key: string | null): string {
  const wanted = [
    !interaction && 'interaction="…", the interaction_id that logging the answer gave',
    !token && 'token="…", the feedback_token that logging the answer gave',
    !key && 'data-key="pk_…" on the script element, or key="pk_…" here',
  ];
  return wanted.filter(Boolean).join("; ");
}
