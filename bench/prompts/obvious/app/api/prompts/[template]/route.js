import pg from "pg";

// What one writes in an hour: a Next route with one query, which finds the key and the prompt. It includes nothing and has no ETag.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

const QUERY = `
  SELECT v.version, v.kind, v.content, v.variables, v.model_name, v.model_params
  FROM api_keys AS k
  JOIN prompt_label AS l ON l.project_id = k.project_id AND l.template = $2 AND l.label = $3
  JOIN prompt_version AS v ON (v.project_id, v.template, v.version) = (l.project_id, l.template, l.version)
  WHERE k.hash = sha256(convert_to($1, 'UTF8')) AND k.kind = 'secret' AND k.revoked_at IS NULL`;

export async function GET(request, { params }) {
  const { template } = await params;
  const label = new URL(request.url).searchParams.get("label") ?? "production";
  const key = (request.headers.get("authorization") ?? "").replace(/^Bearer /, "");
  const { rows } = await pool.query(QUERY, [key, template, label]);
  const [row] = rows;
  if (!row) return Response.json({ error: "not found" }, { status: 404 });
  const { content, ...rest } = row;
  return Response.json({ template, label, text: content, ...rest });
}
