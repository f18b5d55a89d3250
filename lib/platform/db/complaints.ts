import { praiseCategories } from "#lib/domain/category.ts";
import { Prisma } from "./client.ts";
import { notLeftOut } from "./left-out.ts";

const praise = Prisma.raw(`ARRAY[${praiseCategories.map((name) => `'${name}'`).join(", ")}]::text[]`);

/**
 * SQL condition: a row of feedback is a complaint, that is, a user's thumbs down, one or two stars, correction, or comment
 * with a category that is no praise. It is that of an index (migration inbox), so no word of it may change without that.
 */
export const ratedBadly = Prisma.sql`source = 'user' AND (rating_type = 'binary' AND rating_value = 0
  OR rating_type = 'stars' AND rating_value <= 2 OR rating_type = 'correction'
  OR rating_type = 'comment' AND NOT rating_categories <@ ${praise})`;

/** SQL condition: a row of annotations is a complaint, that is, it has a category that is no praise, or a comment without any. */
export const markedBadly = Prisma.sql`(COALESCE(category, comment) IS NOT NULL AND COALESCE(category, '') <> ALL (${praise}))`;

/** SQL condition: nobody looked at what a row of feedback says now. */
const ratingUnseen = Prisma.sql`(looked_at IS NULL OR looked_at < updated_at)`;

/** SQL condition: nobody looked at a row of annotations. */
const markUnseen = Prisma.sql`(looked_at IS NULL OR looked_at < created_at)`;

/** SQL conditions of complaints that nobody looked at; with them, an index has these alone. */
export const unseenRating = Prisma.sql`${ratedBadly} AND ${ratingUnseen}`;
export const unseenMark = Prisma.sql`${markedBadly} AND ${markUnseen}`;

/**
 * The complaints about one answer, as rows of `at` and `unseen`. OFFSET 0 keeps their lookup by the answer's key from
 * being made with an index of all complaints.
 * @param ref SQL of the interaction's ID.
 */
export const complaintsAbout = (project: Prisma.Sql, ref: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT updated_at AS at, ${ratingUnseen} AS unseen FROM (
    SELECT * FROM feedback WHERE (project_id, interaction_id) = (${project}, ${ref}) OFFSET 0
  ) AS rating WHERE ${ratedBadly} AND ${notLeftOut(project)}
  UNION ALL
  SELECT created_at, ${markUnseen} FROM (
    SELECT * FROM annotations WHERE (project_id, interaction_id) = (${project}, ${ref}) OFFSET 0
  ) AS mark WHERE ${markedBadly} AND ${notLeftOut(project)}`;
