import type { Notification } from "#lib/domain/notification.ts";

/** What a template may name, as text and, where a text is nothing but the variable, as it is. */
const variables: Readonly<Record<string, (notification: Notification) => unknown>> = {
  notification_id: ({ notification_id }) => notification_id,
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  text: ({ text }) => text,
  url: ({ url }) => url,
  happened_at: ({ happened_at }) => happened_at,
  facts: ({ facts }) => facts,
  data: ({ data }) => data,
};

/** The names of all variables. */
const templateVariables = Object.keys(variables);

/** Most characters of a template. */
export const TEMPLATE_MAX = 10_000;

/** How deep a template may be. */
const DEPTH_MAX = 20;

// Spaces are trimmed afterwards: two quantifiers side by side that both match them would take cubic time for many.
const VARIABLE = /\{\{([^{}]{0,100})\}\}/g;
const ONLY = /^\{\{([^{}]{0,100})\}\}$/;

/**
 * Checks a template when it is saved.
 * @returns why it cannot be used; null if it can.
 */
export function templateFault(template: string): string | null {
  if (template.length > TEMPLATE_MAX) return `must have at most ${TEMPLATE_MAX} characters`;
  let json: unknown;
  try {
    json = JSON.parse(template);
  } catch (error) {
    return `must be JSON, with {{variables}} in its texts only: ${error instanceof Error ? error.message : error}`;
  }
  if (depthOf(json) > DEPTH_MAX) return `must not be more than ${DEPTH_MAX} levels deep`;
  const unknown = [...template.matchAll(VARIABLE)]
    .map(([, name = ""]) => name.trim())
    .find((name) => !isKnown(name));
  if (template.replaceAll(VARIABLE, "").includes("{{"))
    return "must close every {{ by }}, with the name of a variable between them";
  if (unknown === undefined) return null;
  return `must not name the unknown variable {{${unknown}}}. There are ${templateVariables.join(", ")}`;
}

const isKnown = (name: string): boolean => Object.hasOwn(variables, name);

const depthOf = (json: unknown): number =>
  typeof json === "object" && json !== null
    ? 1 + Math.max(0, ...Object.values(json).map((value) => depthOf(value)))
    : 0;

/** Fills a template. Variables are put into the texts of the parsed JSON: no value can end its text. */
export const fillTemplate = (template: string, notification: Notification): unknown =>
  fill(JSON.parse(template), notification);

function fill(json: unknown, notification: Notification): unknown {
  if (typeof json === "string") return fillText(json, notification);
  if (Array.isArray(json)) return json.map((each) => fill(each, notification));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fill(value, notification)]));
}

function fillText(text: string, notification: Notification): unknown {
  const whole = ONLY.exec(text)?.[1];
  if (whole !== undefined) return valueIn(whole.trim(), notification);
  return text.replaceAll(VARIABLE, (_, name: string) => asText(valueIn(name.trim(), notification)));
}

const valueIn = (name: string, notification: Notification): unknown =>
  isKnown(name) ? variables[name]?.(notification) : "";

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
