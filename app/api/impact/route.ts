import { z } from "zod";
import { acceptedLanguages } from "#lib/decide/impact/index.ts";
import { idSchema } from "#lib/domain/fields.ts";
import { claimFiguresSchema } from "#lib/domain/impact-claim.ts";
import { findReader } from "#lib/observe/raters/index.ts";
import { anyKey, preflight, reply, route, toSender } from "#lib/platform/route/index.ts";
import { type TellableImprovement, tellImpact } from "#lib/use-cases/impact/tell-impact.ts";

export const OPTIONS = preflight("GET");

const improvementSchema = z
  .object({
    improvement_id: idSchema,
    audience: z
      .enum(["you", "everyone"])
      .describe("`you` for a user who complained about it; `everyone` where nobody is known."),
    language: z
      .string()
      .describe("Language tag of the text.")
      .meta({ examples: ["en"] }),
    lead: z
      .string()
      .nullable()
      .describe("For `everyone`: the line before it, such as “312 people’s feedback shaped this:”."),
    title: z.string().describe("What is better. Plain text."),
    description: z.string().optional().describe("More about it, with the gain if there is one. Plain text."),
    shipped_at: z.iso.datetime(),
    people: z
      .int()
      .nullable()
      .describe("How many people complained about it; null for fewer than the project's smallest cohort."),
    gain: claimFiguresSchema
      .nullable()
      .describe(
        "Share of good ratings before and after at the same mix of traffic, and the interval of the difference; null unless it is surely larger.",
      ),
    interaction_id: z.string().nullable().describe("The answer that the user complained about."),
  })
  .meta({ id: "Improvement", description: "A shipped improvement that feedback led to." });

export const GET = route({
  summary: "List improvements that a user's feedback led to",
  access: anyKey,
  query: z.strictObject({
    interaction_id: idSchema
      .optional()
      .describe("An answer that the user got. Required with a publishable key."),
    user_id: idSchema.optional().describe("The user. Only with a secret key."),
    language: z
      .string()
      .max(100)
      .optional()
      .describe("The language to tell it in. Defaults to Accept-Language, then to the answer's language."),
    everyone: z
      .enum(["true", "false"])
      .optional()
      .describe("Whether somebody who is not known gets improvements with how many people led to them."),
  }),
  replies: {
    200: z.object({ data: z.array(improvementSchema).describe("The improvements, newest first.") }),
  },
  notes: {
    description:
      "Published improvements whose cause the user complained about before they shipped, until `POST /api/impact/read` says that the user has read them, on any device. Nothing is told to the share of users who are held out, or of what came back since.",
  },
  async handle({ query, ...call }) {
    const { language, everyone } = query;
    const rater = await findReader(toSender(call), query, "invalid_query");
    const told = await tellImpact(call.caller.project.projectId, {
      rater,
      languages: [
        ...(language === undefined ? [] : acceptedLanguages(language)),
        ...acceptedLanguages(call.request.headers.get("accept-language")),
      ],
      everyone: everyone === "true",
    });
    return reply(200, { data: told.map(toJson) });
  },
});

const toJson = (told: TellableImprovement): z.input<typeof improvementSchema> => ({
  ...{ improvement_id: told.improvementId, audience: told.audience, language: told.language },
  ...{ lead: told.lead, title: told.title },
  ...(told.description === "" ? {} : { description: told.description }),
  ...{ shipped_at: told.shippedAt.toISOString(), people: told.people, gain: told.gain },
  interaction_id: told.interactionId,
});
