import { managedOrganization } from "#lib/platform/projects/add-project.ts";
import { deleteSampleProject } from "#lib/platform/projects/sample-project.ts";
import { person, reply, route } from "#lib/platform/route/index.ts";
import { loadStream } from "#lib/use-cases/sample-project/index.ts";

export const POST = route({
  summary: "Load the sample project and stream its progress as JSON lines",
  access: person,
  replies: { 200: null },
  async handle({ caller }) {
    return new Response(loadStream(await managedOrganization(caller.userId)), {
      headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
    });
  },
});

export const DELETE = route({
  summary: "Delete the sample project with all its data",
  access: person,
  replies: { 204: null },
  async handle({ caller }) {
    await deleteSampleProject(await managedOrganization(caller.userId));
    return reply(204);
  },
});
