import { backoffMs } from "../client/backoff.ts";
import type { JsonSource } from "../client/fetch-json.ts";
import { callSafely } from "../client/waiter.ts";
import { assignVariant } from "./assignment.ts";
import { fetchPrompt, type PromptKey } from "./fetch-prompt.ts";
import type {
  ChatPrompt,
  GetPrompt,
  PromptFault,
  PromptMessage,
  PromptOptions,
  PromptTrack,
  TextPrompt,
} from "./prompt.ts";
import { compile, type FetchedPrompt, type FetchedVersion, fill } from "./read-prompt.ts";

/** What the prompts of a client stand on. */
export interface PromptHost extends JsonSource {
  onFault?: ((fault: PromptFault) => void) | undefined;
  random(): number;
}

/** How long a version is used unasked, and how long while it is asked for anew, in milliseconds: as Cache-Control says. */
const [FRESH_MS, STALE_MS] = [10_000, 300_000];

/** Most prompts that are kept; the one that was asked for first goes first. */
const KEPT_MAX = 1_000;

/** The version that is logged where the fallback was used: what users think of that is a line of its own. */
const FALLBACK = "fallback";

/** A prompt that was asked for, and what is known of it. */
interface Entry {
  key: PromptKey;
  prompt: FetchedPrompt | null;
  etag: string | null;
  /** When the server last said that it is so, as `performance.now()`. */
  confirmedAt: number;
  underWay: Promise<void> | null;
  failures: number;
  /** The server is not asked again before. */
  notBefore: number;
  /** What was told of already. */
  told: Set<string>;
}

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
  const entries = new Map<string, Entry>();
  const get = async (template: string, options: Options = {}): Promise<TextPrompt | ChatPrompt> => {
    const entry = entryOf(entries, { template, label: options.label, version: options.version });
    const age = performance.now() - entry.confirmedAt;
    if (age >= FRESH_MS) refresh(host, entry);
    if (age >= STALE_MS && entry.underWay) await entry.underWay;
    return toPrompt(host, entry, options);
  };
  return get as GetPrompt;
}

function entryOf(entries: Map<string, Entry>, key: PromptKey): Entry {
  const { template, label, version } = key;
  // No label and no version has a space.
  const name = `${version ?? ""} ${version === undefined ? (label ?? "") : ""} ${template}`;
  const known = entries.get(name);
  if (known) return known;
  const made: Entry = {
    key,
    ...{ prompt: null, etag: null, confirmedAt: Number.NEGATIVE_INFINITY, underWay: null },
    ...{ failures: 0, notBefore: 0, told: new Set<string>() },
  };
  entries.set(name, made);
  if (entries.size > KEPT_MAX) entries.delete(entries.keys().next().value ?? "");
  return made;
}

/** Asks the server, unless it is being asked or failed just now. */
function refresh(host: PromptHost, entry: Entry): void {
  if (entry.underWay || performance.now() < entry.notBefore) return;
  entry.underWay = ask(host, entry).finally(() => {
    entry.underWay = null;
  });
}

async function ask(host: PromptHost, entry: Entry): Promise<void> {
  const answer = await fetchPrompt(host, entry.key, entry.etag);
  const now = performance.now();
  if ("refusal" in answer) {
    const { detail, retryAfterSeconds } = answer.refusal;
    entry.failures += 1;
    entry.notBefore = now + backoffMs(entry.failures, host.random, retryAfterSeconds);
    const used = entry.prompt ? `${entry.prompt.version} is used` : "the fallback is used";
    report(host, { code: "fetch_failed", template: entry.key.template, detail: `${detail} (${used})` });
    return;
  }
  if ("value" in answer) {
    const { value: prompt, etag } = answer;
    Object.assign(entry, { prompt, etag, told: new Set() });
  }
  Object.assign(entry, { confirmedAt: now, failures: 0, notBefore: 0 });
}

/** The prompt with its variables filled in, or the fallback in its place. */
function toPrompt(host: PromptHost, entry: Entry, options: Options): TextPrompt | ChatPrompt {
  const { fallback, variables = {} } = options;
  const dealt = dealtTo(entry, options);
  const fetched = fitting(host, entry, dealt.served, fallback);
  const assigned: Dealt["assigned"] = fetched ? dealt.assigned : {};
  const missing = new Set<string>();
  const filled = fill(fetched?.content ?? compile(fallback ?? ""), variables, missing);
  if (missing.size > 0) {
    const names = [...missing].sort().join(", ");
    reportOnce(host, entry, {
      code: "missing_variables",
      template: entry.key.template,
      detail: `${fetched?.version ?? "The fallback"} of “${entry.key.template}” has no value for: ${names}.`,
    });
  }
  return {
    ...filled,
    version: fetched?.version ?? null,
    variant: assigned.variant ?? null,
    modelName: fetched?.modelName ?? null,
    modelParams: fetched?.modelParams ?? null,
    track: { ...trackOf(entry.key.template, fetched?.version ?? FALLBACK, options), ...assigned },
  };
}

/** What a user is served, and the arm that it is, if the user is in an experiment: decided here, offline too. */
function dealtTo({ prompt }: Entry, { user, session }: Options): Dealt {
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
    template: entry.key.template,
    detail: `“${entry.key.template}” is a ${served.content.kind} prompt, and its fallback is for a ${wanted} prompt: the fallback is used.`,
  });
  return null;
}

const trackOf = (template: string, version: string, { user, session }: Options): PromptTrack => ({
  prompt_template: template,
  prompt_version: version,
  ...(user === undefined ? {} : { user_id: user }),
  ...(session === undefined ? {} : { session_id: session }),
});

function report(host: PromptHost, fault: PromptFault): void {
  callSafely(() => host.onFault?.(fault));
}

/** Tells of a fault once a version: it would be told with every answer. */
function reportOnce(host: PromptHost, entry: Entry, fault: PromptFault): void {
  if (entry.told.has(fault.detail)) return;
  entry.told.add(fault.detail);
  report(host, fault);
}
