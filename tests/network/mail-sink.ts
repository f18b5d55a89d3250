import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface SunkMail {
  to: string;
  from: string;
  /** Unfolded, by their names in lower case. */
  headers: Record<string, string>;
  /** All of it, headers and parts as they were sent. */
  raw: string;
}

/** A mail server on the loopback interface that keeps what it is sent. */
export interface MailSink {
  url: string;
  mails: SunkMail[];
  /** What to answer to a recipient instead of taking it: "550 No such user". */
  refuse: Map<string, { code: number; words: string }>;
  stop(): Promise<void>;
}

/** Starts a mail server on a free port. */
export async function startMailSink(): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const refuse: MailSink["refuse"] = new Map();
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const refusal = refuse.get(address);
      if (!refusal) return callback();
      callback(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        mails.push({ to: envelope.rcptTo[0]?.address ?? "", from, headers: headersOf(raw), raw });
        callback();
      });
    },
  });
  // A client that hangs up in the middle is no fault of the server.
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port: at } = server.server.address() as AddressInfo;
  return {
    ...{ url: `smtp://127.0.0.1:${at}`, mails, refuse },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function headersOf(raw: string): Record<string, string> {
  const [head = ""] = raw.split("\r\n\r\n");
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
