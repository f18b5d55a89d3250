import { isIPv6 } from "node:net";
import type { Span } from "../span.ts";

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const v4 = new RegExp(`(?<![\\w.]|[a-z]-)${OCTET}(?:\\.${OCTET}){3}(?![\\w]|\\.\\d|-[a-z])`, "gi");
const v6 = /(?<![\w:.])[\da-f:][\da-f:.]{2,}(?![\w:])/gi;

/** Words before four numbers that make them a version. */
const versionBefore =
  /(?:\b(?:v|ver|version|release|build|firmware|upgrade(?:d)? to|downgraded? to|update(?:d)? to)[ :=]{0,2}|(?:chrome|chromium|edga?|edgios|opr|opera|firefox|safari|crios|brave|vivaldi|electron|version|samsungbrowser|yabrowser)\/)$/i;

/** Addresses that identify no one: loopback, "any", and masks. */
const ofNobody = /^(?:127\.|255\.|0\.0\.0\.0$|::1?$|(?:0{1,4}:){7}0{0,3}[01]$)/;

/** IPv4 and IPv6 addresses, except versions, times and local addresses (127.0.0.1, ::1). */
export function findIps(text: string): Span[] {
  const spans = [...v4Spans(text), ...(text.includes(":") ? v6Spans(text) : [])];
  return spans.sort((a, b) => a.start - b.start);
}

function* v4Spans(text: string): Generator<Span> {
  for (const { 0: address, index } of text.matchAll(v4)) {
    if (ofNobody.test(address) || versionBefore.test(text.slice(Math.max(0, index - 20), index))) continue;
    yield { start: index, end: index + address.length };
  }
}

function* v6Spans(text: string): Generator<Span> {
  for (const { 0: match, index } of text.matchAll(v6)) {
    const address = match.replace(/(?:\.|(?<!:):)$/, "");
    if (address.length > 45 || !isIPv6(address) || ofNobody.test(address) || !looksMeant(address)) continue;
    yield { start: index, end: index + address.length };
  }
}

/**
 * "a::b" and "cafe::add" are valid addresses too, but also names in code. An address must be complete or have
 * a group like "2001".
 */
const looksMeant = (address: string): boolean =>
  address.includes(".") ||
  !address.includes("::") ||
  address.split(":").some((group) => group.length >= 3 && /\d/.test(group));
