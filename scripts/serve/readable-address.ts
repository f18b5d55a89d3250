import type { ServerResponse } from "node:http";

/** Whether a request names a path, percent-encoded as it should be; Next fails on one that does not. */
export function isReadable(url = "/"): boolean {
  if (!/^(\/|https?:)/i.test(url)) return false;
  try {
    return decodeURIComponent(url.split("?")[0] ?? "") !== null;
  } catch {
    return false;
  }
}

/** The answer to a request whose address cannot be read. */
export function refuseAddress(response: ServerResponse): void {
  response.writeHead(400, { "content-type": "application/problem+json" });
  response.end(
    JSON.stringify({
      type: "urn:whetstone:problem:malformed_address",
      title: "The address cannot be read",
      status: 400,
      detail: "The path is not percent-encoded UTF-8. Encode each part with encodeURIComponent.",
      code: "malformed_address",
    }),
  );
}
