import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { Lane } from "../limits/lane.ts";
import { hashPolicy } from "../page-policy.ts";
import { filled, scriptHashes, type Template } from "./template.ts";

/** Maximum cached forms, so that requests with many different hosts cannot use more memory. */
const FORMS_MAX = 36;

/** Minimum interval between new forms, in milliseconds: compressing and hashing are the main cost. */
const FORM_EVERY_MS = 100;

/** The queue for new forms, in which clients take turns. */
const MAKING = { atOnce: 1, atOncePerClient: 1, waiting: 100, waitingPerClient: 20, patienceMs: 15_000 };

const compress = promisify(gzip);

/** A document for one origin, ready to be sent. */
export interface Form {
  policy: string | undefined;
  gzipped: Buffer;
}

/** Returns a document's form for a client. @throws Problem 503 if too many wait for uncached forms. */
export type MakeForm = (client: string, template: Template, origin: string, etag: string) => Promise<Form>;

/**
 * Caches the most recently used forms. New ones are created at a limited rate for all clients together, so that
 * invented hosts cannot cost more.
 */
export function keptForms(): MakeForm {
  const forms = new Map<string, Form>();
  const pending = new Map<string, Promise<Form>>();
  const lane = new Lane(MAKING);
  const keep = (etag: string, form: Form): Form => {
    forms.delete(etag);
    forms.set(etag, form);
    if (forms.size > FORMS_MAX) forms.delete(forms.keys().next().value as string);
    return form;
  };
  const make = async (client: string, template: Template, origin: string): Promise<Form> => {
    setTimeout(await lane.enter(client), FORM_EVERY_MS);
    return {
      policy: template.scripts && hashPolicy(scriptHashes(template, origin)),
      gzipped: await compress(Buffer.concat(filled(template, origin)), { level: 9 }),
    };
  };
  return async (client, template, origin, etag) => {
    const known = forms.get(etag);
    if (known) return keep(etag, known);
    const awaited = pending.get(etag);
    if (awaited) return awaited;
    const made = make(client, template, origin)
      .then((form) => keep(etag, form))
      .finally(() => pending.delete(etag));
    pending.set(etag, made);
    return made;
  };
}
