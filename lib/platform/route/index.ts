export { type Access, anyKey, anyone, member, person, secretKey } from "./access.ts";
export { preflight } from "./cors.ts";
export { type Replies, type RouteContract, type RouteHandler, route } from "./route.ts";
