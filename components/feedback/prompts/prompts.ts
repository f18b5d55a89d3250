import { callSafely } from "../client/waiter.ts";
import { assignVariant } from "./assignment.ts";
import { type KeptRead, keptReads, type ReadHost, type Served } from "./kept-reads.ts";
import type {
  ChatPrompt,
  GetPrompt,
  PromptFault,
  PromptMessage,
  PromptOptions,
  PromptTrack,
  PromptVariables,
  TextPrompt,
} from "./prompt.ts";
import {
  type Compiled,
  compile,
  type FetchedPrompt,
  type FetchedVersion,
  fill,
  namesIn,
  readPrompt,
} from "./read-prompt.ts";

/** What the prompts of a client stand on. */
export interface PromptHost extends ReadHost {
  onFault?: ((fault: PromptFault) => void) | undefined;
}

/** The version that is logged where the fallback was used: what users think of that is a line of its own. */
const FALLBACK = "fallback";

type Entry = KeptRead<FetchedPrompt>;

/** What is served to a user, and what is logged of the experiment. */
interface Dealt {
  served: FetchedVersion | null;
  assigned: Pick<PromptTrack, "experiment" | "variant">;
}

type Options = PromptOptions & { fallback?: string | readonly PromptMessage[] | undefined };

/**
 * Gets prompts from the server, and keeps them: one that is known is given at once and asked for anew in the background
 * when it is older than ten seconds. Nothing of it throws.
 */
export function promptGetter(host: PromptHost): GetPrompt {
  const read = keptReads<FetchedPrompt>(host, ({ served, value }, detail) => {
    const used = value ? `${value.version} is used` : "the fallback is used";
    report(host, { code: "fetch_failed", template: served.name, detail: `${detail} (${used})` });
  });
  const get = async (template: string, options: Options = {}): Promise<TextPrompt | ChatPrompt> => {
    const { label, version } = options;
    // No label and no version has a space.
    const key = `${version ?? ""} ${version === undefined ? (label ?? "") : ""} ${template}`;
    return toPrompt(host, await read(key, () => servedPrompt(template, { label, version })), options);
  };
  return get as GetPrompt;
}

function servedPrompt(
  template: string,
  { label, version }: Pick<PromptOptions, "label" | "version">,
): Served<FetchedPrompt> {
  const path = () => {
    const address = `/api/prompts/${encodeURIComponent(template)}`;
    if (version !== undefined) return `${address}?version=${encodeURIComponent(version)}`;
    return label === undefined ? address : `${address}?label=${encodeURIComponent(label)}`;
  };
  return { name: template, path, read: readPrompt };
}

/** The prompt with its variables filled in, or the fallback in its place. */
function toPrompt(host: PromptHost, entry: Entry, options: Options): TextPrompt | ChatPrompt {
  const { fallback, variables = {} } = options;
  const dealt = dealtTo(entry, options);
  const fetched = fitting(host, entry, dealt.served, fallback);
  const assigned: Dealt["assigned"] = fetched ? dealt.assigned : {};
  const missing = new Set<string>();
  const content = fetched?.content ?? compile(fallback ?? "");
  const filled = fill(content, variables, missing);
  if (missing.size > 0) {
    const names = [...missing].sort().join(", ");
    reportOnce(host, entry, {
      code: "missing_variables",
      template: entry.served.name,
      detail: `${fetched?.version ?? "The fallback"} of “${entry.served.name}” has no value for: ${names}.`,
    });
  }
  return {
    ...filled,
    version: fetched?.version ?? null,
    variant: assigned.variant ?? null,
    modelName: fetched?.modelName ?? null,
    modelParams: fetched?.modelParams ?? null,
    track: {
      ...trackOf(entry.served.name, fetched?.version ?? FALLBACK, options),
      ...valuesOf(content, variables),
      ...assigned,
    },
  };
}

/** What a user is served, and the arm that it is, if the user is in an experiment: decided here, offline too. */
function dealtTo({ value: prompt }: Entry, { user, session }: Options): Dealt {
  const experiment = prompt?.experiment;
  const variant = experiment ? assignVariant(experiment, user ?? session ?? "") : null;
  const arm = experiment?.arms.find((each) => each.variant === variant);
  return experiment && arm
    ? { served: arm.served, assigned: { experiment: experiment.experiment, variant: arm.variant } }
    : { served: prompt, assigned: {} };
}

/** What was fetched, if it is of the fallback's kind: a product that reads a text could do nothing with messages. */
function fitting(
  host: PromptHost,
  entry: Entry,
  served: FetchedVersion | null,
  fallback: Options["fallback"],
): FetchedVersion | null {
  if (!served || fallback === undefined) return served;
  const wanted = typeof fallback === "string" ? "text" : "chat";
  if (served.content.kind === wanted) return served;
  reportOnce(host, entry, {
    code: "wrong_kind",
    template: entry.served.name,
    detail: `“${entry.served.name}” is a ${served.content.kind} prompt, and its fallback is for a ${wanted} prompt: the fallback is used.`,
  });
  return null;
}

const trackOf = (template: string, version: string, { user, session }: Options): PromptTrack => ({
  prompt_template: template,
  prompt_version: version,
  ...(user === undefined ? {} : { user_id: user }),
  ...(session === undefined ? {} : { session_id: session }),
});

/** The values that the variables of a content have; nothing where none has one. */
function valuesOf(content: Compiled, variables: PromptVariables): Pick<PromptTrack, "prompt_variables"> {
  const known: Record<string, string | number | boolean> = {};
  for (const name of namesIn(content)) {
    const value = Object.hasOwn(variables, name) ? variables[name] : null;
    if (value !== undefined && value !== null) known[name] = value;
  }
  return Object.keys(known).length > 0 ? { prompt_variables: known } : {};
}

function report(host: PromptHost, fault: PromptFault): void {
  callSafely(() => host.onFault?.(fault));
}

/** Tells of a fault once a version: it would be told with every answer. */
function reportOnce(host: PromptHost, entry: Entry, fault: PromptFault): void {
  if (entry.told.has(fault.detail)) return;
  entry.told.add(fault.detail);
  report(host, fault);
}
