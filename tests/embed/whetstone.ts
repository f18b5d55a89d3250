import type { APIRequestContext, APIResponse } from "@playwright/test";
import { ground } from "./ground.ts";

/** Keys of a project. */
export interface Keys {
  projectId: string;
  publishableKey: string;
  secretKey: string;
}

/** One rating as the server has it. */
export interface StoredRating {
  rating_type: string;
  rating_value: number | null;
  rating_categories: string[];
  correction_text: string | null;
  feedback_comment: string | null;
  metadata: Record<string, unknown>;
}

/** An answer, and all that hangs on it beside its ratings. */
export interface StoredInteraction {
  feature_name: string;
  input: string | null;
  response_text: string;
  model_name: string;
  annotations: {
    quote: { exact: string; prefix: string | null; suffix: string | null };
    position: { start: number; end: number } | null;
    category: string | null;
    comment: string | null;
  }[];
  signals: { signal: string; value: number | null }[];
}

/** Whetstone as its owner and a server of the project see it, to hold against what a page showed. */
export class Whetstone {
  readonly owner: APIRequestContext;

  /** @param owner is signed in */
  constructor(owner: APIRequestContext) {
    this.owner = owner;
  }

  /** The ratings of an answer, by type. */
  async ratings(id: string, { secretKey }: Keys = ground()): Promise<StoredRating[]> {
    const answer = await this.read<{ data: StoredRating[] }>(`/api/feedback/${id}`, secretKey);
    return answer.data.sort((a, b) => a.rating_type.localeCompare(b.rating_type));
  }

  /** An answer with what else hangs on it. */
  interaction(id: string): Promise<StoredInteraction> {
    return this.read(`/api/interactions/${id}`, ground().secretKey);
  }

  /** Logs an answer to a project; gives its token. */
  async log(id: string, { secretKey }: Keys = ground()): Promise<string> {
    const answer = await this.owner.post("/api/interactions", {
      headers: { authorization: `Bearer ${secretKey}` },
      data: { interaction_id: id, feature_name: "f", response_text: "r", model_name: "m" },
    });
    return (await parsed<{ feedback_token: string }>(answer)).feedback_token;
  }

  /** A project of the test's own. */
  async newProject(origins: readonly string[], writesPerMinute: number): Promise<Keys> {
    const name = `Own ${crypto.randomUUID()}`;
    const made = await this.write<Record<string, string>>("POST", "/api/projects", { name });
    const { project_id: projectId = "", secret_key: secretKey = "" } = made;
    const { key } = await this.newKey(projectId, origins);
    await this.limitWrites(projectId, writesPerMinute);
    return { projectId, publishableKey: key, secretKey };
  }

  /** A publishable key that works from these origins. */
  newKey(projectId: string, origins: readonly string[]): Promise<{ key_id: string; key: string }> {
    const body = { kind: "publishable", name: "Page", allowed_origins: origins };
    return this.write("POST", `/api/projects/${projectId}/keys`, body);
  }

  /** Changes where a key works from. */
  async allowOrigins(projectId: string, keyId: string, origins: readonly string[]): Promise<void> {
    await this.write("PATCH", `/api/projects/${projectId}/keys/${keyId}`, { allowed_origins: origins });
  }

  /** How many writes one page may send in a minute. */
  async limitWrites(projectId: string, writesPerMinute: number): Promise<void> {
    await this.write("PUT", `/api/projects/${projectId}/write-limit`, { writes_per_minute: writesPerMinute });
  }

  private async read<T>(path: string, secretKey: string): Promise<T> {
    const headers = { authorization: `Bearer ${secretKey}` };
    // A connection that is kept may be closed by the server just as it is used again; what only reads may be asked again.
    return parsed<T>(await this.owner.get(path, { headers, maxRetries: 2 }));
  }

  private async write<T>(method: string, path: string, data: unknown): Promise<T> {
    return parsed<T>(await this.owner.fetch(path, { method, data }));
  }
}

async function parsed<T>(response: APIResponse): Promise<T> {
  const text = await response.text();
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
