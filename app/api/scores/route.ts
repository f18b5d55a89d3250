import { listScores, scoreDefinitionJson, scoreListSchema } from "#lib/observe/scores/index.ts";
import { reply, route, secretKey } from "#lib/platform/route/index.ts";

export const GET = route({
  summary: "List the project's scores, declared and learned",
  access: secretKey,
  replies: { 200: scoreListSchema },
  async handle({ caller }) {
    const scores = await listScores(caller.project.projectId);
    return reply(200, { data: scores.map(scoreDefinitionJson) });
  },
});
