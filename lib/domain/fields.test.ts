import { expect, it } from "vitest";
import { idSchema, spokenTextSchema } from "./fields.ts";

const faultOf = (schema: typeof idSchema, value: string) =>
  schema.safeParse(value).error?.issues[0]?.message ?? null;

it.each([
  ["article-summarizer", null],
  ["Größe 2", null],
  ["\u200b", "must contain a visible character"],
  ["gpt\u202e4", "must not contain bidirectional control characters"],
  ["\u2066a\u2069", "must not contain bidirectional control characters"],
  ["שלום\u200f", null],
  ["..", 'must not be "." or ".."'],
])("%j as an id: %s", (id, fault) => expect(faultOf(idSchema, id)).toBe(fault));

it.each([
  ["It says so.", null],
  ["\u202eשלום\u202c", null],
  [" \n", "must not be empty"],
  ["\u200b\u200b", "must not be empty"],
])("%j as what somebody says: %s", (text, fault) => expect(faultOf(spokenTextSchema, text)).toBe(fault));
