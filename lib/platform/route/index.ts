export { type Access, anyKey, anyKeyOrBeacon, anyone, member, person, secretKey } from "./access.ts";
export type { ApiDocument, ApiOperation, ApiParameter, ApiSchema } from "./api-document.ts";
export { preflight, preflightHeaders, readingHeaders } from "./cors.ts";
export type { Glossary } from "./describe-schema.ts";
export type { OperationExample } from "./document-examples.ts";
export { type DocumentedApi, type DocumentedPath, openApiDocument } from "./openapi.ts";
export { problemAnswer } from "./problem-answer.ts";
export { readiness } from "./readiness.ts";
export {
  type ContractNotes,
  type Replies,
  type Reply,
  type RouteContext,
  type RouteContract,
  type RouteHandler,
  reply,
  route,
} from "./route.ts";
export { type Sender, toSender } from "./sender.ts";
export { answerServed, servedHeaders } from "./served.ts";
