import { metricsVersion } from "../evaluate/metrics/index.ts";
import { newestAnnotation } from "../observe/annotations/index.ts";

/** Tells what a project's pages show now apart from what they showed before; the same as long as nothing came. */
export async function latestVersion(projectId: string): Promise<string> {
  const [counted, annotation] = await Promise.all([metricsVersion(projectId), newestAnnotation(projectId)]);
  return `${counted}:${annotation ?? ""}`;
}
