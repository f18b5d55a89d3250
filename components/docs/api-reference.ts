/** A piece of how a type is called; some lead to the schema that they name. */
export interface TypePiece {
  text: string;
  href?: string;
}

/** A field of a body or an answer, or a parameter. */
export interface ApiField {
  /** Dotted, with [] after a list: "data[].day". */
  name: string;
  type: TypePiece[];
  required: boolean;
  about: string;
  /** What it may be, and what it is where it is left out: "at most 128 characters". */
  limits: string[];
}

/** Fields that belong together: one of several forms of a body, or all of them. */
export interface ApiForm {
  title: string;
  fields: ApiField[];
}

/** One answer or refusal. */
export interface ApiOutcome {
  status: string;
  about: string;
}

/** An answer with its fields and its example. */
export interface ApiAnswer {
  status: string;
  forms: ApiForm[];
  /** JSON; null where there is no body. */
  example: string | null;
}

/** One method of one path, as the reference tells of it. */
export interface ApiOperationReference {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  access: string;
  parameters: { title: string; fields: ApiField[] }[];
  /** Names of the filters that it takes too, which are told of once. */
  filters: string[];
  body: ApiForm[];
  /** A path with the values of its example, the values of its query, and a body, for a command to try. */
  call: {
    path: string;
    query: [name: string, value: string][];
    body: string | null;
    headers: string[];
    needsKey: boolean;
  };
  answers: ApiAnswer[];
  refusals: ApiOutcome[];
}

/** A named schema. */
export interface ApiSchemaReference {
  id: string;
  name: string;
  about: string;
  forms: ApiForm[];
  example: string | null;
}

/** Operations that belong together. */
export interface ApiGroup {
  id: string;
  title: string;
  about: string;
  operations: ApiOperationReference[];
}

/** All that the reference tells. */
export interface ApiReference {
  /** Parameters that many operations take. */
  filters: ApiField[];
  groups: ApiGroup[];
  schemas: ApiSchemaReference[];
}

/** The place of a filter on the page. */
export const filterId = (name: string): string => `filter-${name.replaceAll("_", "-")}`;
