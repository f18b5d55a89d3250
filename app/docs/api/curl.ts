import type { ApiOperationReference } from "#components/docs/api-reference.ts";

/** The command that calls an operation with its example, short in every line; `$SK` stands for the secret key. */
export function curl({ method, call }: ApiOperationReference, origin: string): string {
  const { path, query, headers, body, needsKey } = call;
  const how = [...(query.length > 0 ? ["-G"] : []), ...(method === "GET" ? [] : [`-X ${method}`])];
  const lines = [
    ["curl", ...how, `${origin}${path}`].join(" "),
    ...(needsKey ? ['  -H "Authorization: Bearer $SK"'] : []),
    ...headers.map((header) => `  -H '${header}'`),
    ...query.map(([name, value]) => `  -d ${name}=${value}`),
    ...(body ? [`  -d '${body.replaceAll("'", "'\\''")}'`] : []),
  ];
  return lines.join(" \\\n");
}
