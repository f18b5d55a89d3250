import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { Lane } from "../limits/lane.ts";
import { hashPolicy } from "../page-policy.ts";
import { filled, scriptHashes, type Template } from "./template.ts";

/** How many are kept. Who has many hosts to ask at may fill this, and no more. */
const FORMS_MAX = 36;

/** How often a new one is made, in milliseconds: compressing and hashing is most of what is left to do. */
const FORM_EVERY_MS = 100;

/** Who waits for a new one: clients take turns. */
const MAKING = { atOnce: 1, atOncePerClient: 1, waiting: 100, waitingPerClient: 20, patienceMs: 15_000 };

const compress = promisify(gzip);

/** A document as it is sent to everybody who sees it at one origin. */
export interface Form {
  policy: string | undefined;
  gzipped: Buffer;
}

/** Gives the form of a document for a client. @throws Problem 503 where too many wait for forms that are not kept. */
export type MakeForm = (client: string, template: Template, origin: string, etag: string) => Promise<Form>;

/**
 * Keeps the forms that were asked for last. Another is made when the one before was begun a while ago, whoever asks, so
 * that hosts that strangers invent cost no more than that.
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
