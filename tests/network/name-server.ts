import { createSocket, type RemoteInfo } from "node:dgram";
import ipaddr from "ipaddr.js";

/** A question, and a way to answer it with the addresses that the name has of the asked family. */
export interface Question {
  name: string;
  family: 4 | 6;
  answer(addresses: readonly string[]): void;
}

/** A name server on the loopback interface that answers what it is told to, or never. */
export interface NameServer {
  /** As a resolver is told of it. */
  address: string;
  stop(): Promise<void>;
}

/** Starts a name server on a free port, which hands each question on and says nothing by itself. */
export async function startNameServer(onQuestion: (question: Question) => void): Promise<NameServer> {
  const socket = createSocket("udp4");
  socket.on("message", (message, sender) => {
    const { name, end } = readName(message);
    const type = message.readUInt16BE(end);
    const asked = message.subarray(HEADER, end + 4);
    const answer = (addresses: readonly string[]) => reply(message, asked, type, addresses, sender);
    onQuestion({ name, family: type === AAAA ? 6 : 4, answer });
  });
  const reply = (
    message: Buffer,
    asked: Buffer,
    type: number,
    addresses: readonly string[],
    to: RemoteInfo,
  ) => {
    const header = Buffer.alloc(HEADER);
    // Its number, that it is an answer, and how many questions and addresses follow.
    for (const [index, value] of [message.readUInt16BE(0), 0x8180, 1, addresses.length].entries())
      header.writeUInt16BE(value, index * 2);
    const records = addresses.map((address) => recordOf(type, address));
    socket.send(Buffer.concat([header, asked, ...records]), to.port, to.address);
  };
  await new Promise<void>((bound) => socket.bind(0, "127.0.0.1", bound));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    stop: () => new Promise((stopped) => socket.close(stopped)),
  };
}

const [HEADER, AAAA] = [12, 28];

/** The name that is asked for: labels with their lengths, until one of none. */
function readName(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join("."), end: at + 1 };
}

/** An address of the name that was asked for, good for no time. */
function recordOf(type: number, address: string): Buffer {
  const bytes = Buffer.from(ipaddr.parse(address).toByteArray());
  const head = Buffer.alloc(HEADER);
  for (const [index, value] of [0xc000 + HEADER, type, 1, 0, 0, bytes.byteLength].entries())
    head.writeUInt16BE(value, index * 2);
  return Buffer.concat([head, bytes]);
}
