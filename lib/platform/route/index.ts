export { type Access, anyKey, anyKeyOrBeacon, anyone, member, person, secretKey } from "./access.ts";
export type { ApiDocument, ApiOperation, ApiParameter, ApiSchema } from "./api-document.ts";
export { preflight, preflightHeaders, readingHeaders } from "./cors.ts";
export { type DocumentedApi, type DocumentedPath, openApiDocument } from "./openapi.ts";
export { problemAnswer } from "./problem-answer.ts";
export { readiness } from "./readiness.ts";
export {
  type ContractNotes,
  type Replies,
  type Reply,
  type RouteContract,
  type RouteHandler,
  reply,
  route,
} from "./route.ts";
export { type Sender, senderOf } from "./sender.ts";
export type { OperationExample } from "./tell-document.ts";
export type { Glossary } from "./word-schema.ts";
