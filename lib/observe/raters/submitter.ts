import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { Sender } from "#lib/platform/route/index.ts";

/** A server with the project's secret key, or the app itself: it may name anybody. */
export interface ServerSubmitter {
  kind: "server";
  /** The device that it names for events that name none. */
  deviceId: string | null;
}

/** A page with a publishable key, which anybody can read: it is believed of what its token says. */
export interface PageSubmitter {
  kind: "page";
  project: Pick<
    ProjectContext,
    "projectId" | "tokenKey" | "userHashKey" | "votersPerAnswer" | "votersPerAddress"
  >;
  address: string;
  agent: string | null;
  feedbackToken: string | null;
  deviceId: string | null;
}

/** Who sends an event, as far as that decides whose it is and what it may say. */
export type Submitter = ServerSubmitter | PageSubmitter;

/** What the app records by itself. */
export const ownServer: ServerSubmitter = { kind: "server", deviceId: null };

/** Who sends the events of a request. */
export function toSubmitter({ caller, address, agent, feedbackToken, deviceId }: Sender): Submitter {
  if (caller.kind === "secret") return { kind: "server", deviceId };
  return { kind: "page", project: caller.project, address, agent, feedbackToken, deviceId };
}
