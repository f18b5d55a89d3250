import type { ApiOperationReference } from "../../../components/docs/api-reference.ts";

/** The command that calls an operation with its example; `$SK` stands for the secret key. */
export function curl({ method, call }: ApiOperationReference, origin: string): string {
  const address = `${origin}${call.path}`;
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}${/[?&]/.test(address) ? `'${address}'` : address}`,
    ...(call.needsKey ? ['  -H "Authorization: Bearer $SK"'] : []),
    ...call.headers.map((header) => `  -H '${header}'`),
    ...(call.body ? [`  -d '${call.body.replaceAll("'", "'\\''")}'`] : []),
  ];
  return lines.join(" \\\n");
}
