import { idSchema } from "./fields.ts";
import { versionNumber } from "./prompt-version-name.ts";

/** Another prompt that a text includes: its version under a label, or a version by name. */
export interface Include {
  template: string;
  /** A label, or a version such as "v3". */
  ref: string;
}

/** A piece of a template: plain text, the place of a variable, or another prompt. */
export type TemplatePart = string | { variable: string } | { include: Include };

/** What is wrong in a text, and where: lines and columns count from 1. */
export interface SyntaxFault {
  line: number;
  column: number;
  message: string;
}

/** A text as it was understood. */
export interface ParsedTemplate {
  parts: TemplatePart[];
  faults: SyntaxFault[];
}

/** Most faults that are told of a text: to say where one stands costs a look at all before it. */
const FAULTS_MAX = 20;

/** Longest name of a variable. */
const VARIABLE_MAX = 64;

const VARIABLE = /^[A-Za-z_]\w*$/;

/** Letters and digits of any language, and a few signs; never "@" or braces, which end it in a text. */
const LABEL = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u;

/** Whether a text can be a label: one that is called as a version could not be told from it. */
export const isLabel = (text: string): boolean => LABEL.test(text) && versionNumber(text) === null;

/** An include as one text, as it stands in a template. */
export const includeKey = ({ template, ref }: Include): string => `${template}@${ref}`;

/** The include that such a text stands for: a template's name may have an "@" of its own. */
export function parseIncludeKey(key: string): Include {
  const at = key.lastIndexOf("@");
  return { template: key.slice(0, at), ref: key.slice(at + 1) };
}

/**
 * Reads a template: `{{name}}` is a variable, `{{> other@label}}` another prompt. A backslash before `{{` makes it plain
 * text, and two of them there are one backslash; anywhere else a backslash is itself. Of three braces the first is plain,
 * so that `{{{name}}}` is a variable in braces. Everything is read in one pass: a text comes from outside.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  const faults: SyntaxFault[] = [];
  let plain = "";
  let at = 0;
  const add = (part: TemplatePart) => {
    if (plain !== "") parts.push(plain);
    plain = "";
    parts.push(part);
  };
  for (let open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
    const slashes = countBack(text, open, at);
    plain += text.slice(at, open - slashes) + "\\".repeat(slashes >> 1);
    if (slashes % 2 === 1) {
      plain += "{{";
      at = open + 2;
      continue;
    }
    const tag = readTag(text, open);
    if ("message" in tag) {
      faults.push(faultAt(text, open, tag.message));
      if (faults.length === FAULTS_MAX) break;
    } else {
      if (tag.begin > open) plain += "{";
      add(tag.part);
    }
    at = tag.end;
  }
  plain += text.slice(at);
  if (plain !== "") parts.push(plain);
  return { parts, faults };
}

/** How many backslashes stand before a place, no further back than `from`. */
function countBack(text: string, place: number, from: number): number {
  let start = place;
  while (start > from && text[start - 1] === "\\") start -= 1;
  return place - start;
}

type Tag = { begin: number; end: number; part: TemplatePart } | { end: number; message: string };

/** The tag whose braces begin at `open`. */
function readTag(text: string, open: number): Tag {
  let braces = 2;
  while (text[open + braces] === "{") braces += 1;
  if (braces > 3)
    return { end: open + braces, message: "has more than three braces in a row; write \\{{ for plain ones" };
  const begin = open + braces - 2;
  const close = text.indexOf("}}", begin + 2);
  const inner = close < 0 ? text.slice(begin + 2) : text.slice(begin + 2, close);
  if (close < 0 || inner.includes("{{"))
    return { end: begin + 2, message: "“{{” is never closed; write \\{{ for plain braces" };
  const part = parseTag(inner.trim());
  return typeof part === "string" ? { end: close + 2, message: part } : { begin, end: close + 2, part };
}

/** What stands between two pairs of braces, or what is wrong with it. */
function parseTag(inner: string): Exclude<TemplatePart, string> | string {
  if (inner.startsWith(">")) return parseInclude(inner.slice(1).trim());
  if (VARIABLE.test(inner)) {
    return inner.length <= VARIABLE_MAX
      ? { variable: inner }
      : `the variable “${short(inner)}” has more than ${VARIABLE_MAX} characters`;
  }
  if (inner === "") return "{{}} names no variable; write \\{{ for plain braces";
  if (/^[#/^!&]/.test(inner))
    return `“{{${short(inner)}}}” is not supported: there are variables {{name}} and other prompts {{> name@label}}, no sections, conditions or comments`;
  return `“${short(inner)}” is no name of a variable: letters, digits and _, not beginning with a digit; write \\{{ for plain braces`;
}

function parseInclude(inner: string): { include: Include } | string {
  const at = inner.lastIndexOf("@");
  const [template, ref] = at < 0 ? [inner, ""] : [inner.slice(0, at).trim(), inner.slice(at + 1).trim()];
  if (ref === "")
    return `{{> ${short(inner)}}} says no label; write for example {{> ${short(template) || "name"}@production}}`;
  const { error } = idSchema.safeParse(template);
  if (error) return `{{> ${short(inner)}}}: the name of the prompt ${error.issues[0]?.message}`;
  if (!isLabel(ref) && versionNumber(ref) === null)
    return `{{> ${short(inner)}}}: “${short(ref)}” is no label and no version`;
  return { include: { template, ref } };
}

/** What of a wrong text is repeated to its author. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function faultAt(text: string, place: number, message: string): SyntaxFault {
  const before = text.slice(0, place);
  return {
    line: (before.match(/\n/g)?.length ?? 0) + 1,
    column: place - before.lastIndexOf("\n"),
    message,
  };
}

/** A template's text made from its parts: what is read from it again is the same. */
export function writeTemplate(parts: readonly TemplatePart[]): string {
  let text = "";
  let plain = "";
  const flush = (beforeTag: boolean) => {
    text += escapePlain(plain, beforeTag);
    plain = "";
  };
  for (const part of parts) {
    if (typeof part === "string") plain += part;
    else {
      flush(true);
      text += "variable" in part ? `{{${part.variable}}}` : `{{> ${includeKey(part.include)}}}`;
    }
  }
  flush(false);
  return text;
}

/**
 * Plain text as it stands in a template. Backslashes count where two braces follow, be they the text's own or those of the
 * tag after it.
 */
function escapePlain(plain: string, beforeTag: boolean): string {
  let text = "";
  let at = 0;
  for (let open = plain.indexOf("{{"); open >= 0; open = plain.indexOf("{{", at)) {
    text += `${plain.slice(at, open)}${"\\".repeat(countBack(plain, open, at))}\\{{`;
    at = open + 2;
  }
  const rest = plain.slice(at);
  if (!beforeTag) return text + rest;
  const braces = rest.endsWith("{") ? 1 : 0;
  const end = rest.length - braces;
  return text + rest.slice(0, end) + "\\".repeat(countBack(rest, end, 0)) + rest.slice(end);
}

/** The variables of some parts, each once, in the order in which they come. */
export const variablesOf = (parts: readonly TemplatePart[]): string[] => [
  ...new Set(
    parts.flatMap((part) => (typeof part !== "string" && "variable" in part ? [part.variable] : [])),
  ),
];

/** The prompts that some parts include, each once. */
export function includesOf(parts: readonly TemplatePart[]): Include[] {
  const named = parts.flatMap((part) =>
    typeof part !== "string" && "include" in part ? [part.include] : [],
  );
  return [...new Map(named.map((include) => [includeKey(include), include])).values()];
}
