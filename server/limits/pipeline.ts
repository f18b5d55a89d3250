import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Limits of one connection. */
export interface PipelineLimits {
  /** Concurrent requests. */
  atOnce: number;
  /** Unread response bytes, beyond which no further request starts. */
  unreadBytes: number;
  /** Received requests that wait for earlier ones, on all connections together. */
  waiting: number;
}

/** The requests of a connection, in order. */
interface Pipeline {
  underWay: Map<ServerResponse, (() => void)[]>;
  waiting: [IncomingMessage, ServerResponse][];
  /** Whether the next request is about to start. */
  isStarting: boolean;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const pipelines = new WeakMap<Socket, Pipeline>();

/**
 * Calls back once a request is over: its response was sent, or its connection is gone. Node does not notify a
 * response that waits for others on its connection.
 */
export function whenOver({ socket }: IncomingMessage, response: ServerResponse, callback: () => void): void {
  const callbacks = pipelines.get(socket)?.underWay.get(response);
  if (callbacks) callbacks.push(callback);
  else callback();
}

/**
 * Whether we are the ones a connection waits for: its request is complete, and no part of the response waits
 * for the client.
 */
export function isWorkedOn(socket: Socket): boolean {
  const responses = [...(pipelines.get(socket)?.underWay.keys() ?? [])];
  return responses.length > 0 && socket.writableLength === 0 && responses.every(({ req }) => req.complete);
}

/**
 * Passes on a connection's requests a few at a time. While some wait, the connection is not read, so that its
 * sender waits too; what was already read is kept.
 */
export function inPipelines(
  { atOnce, unreadBytes, waiting: most }: PipelineLimits,
  listener: Listener,
): Listener {
  let waiting = 0;

  const begin = (socket: Socket): Pipeline => {
    const pipeline: Pipeline = { underWay: new Map(), waiting: [], isStarting: false };
    pipelines.set(socket, pipeline);
    socket.once("close", () => {
      waiting -= pipeline.waiting.length;
      pipeline.waiting.length = 0;
      for (const response of [...pipeline.underWay.keys()]) over(pipeline, response);
    });
    return pipeline;
  };
  const hasPlace = ({ underWay }: Pipeline): boolean =>
    underWay.size === 0 || (underWay.size < atOnce && unreadOf(underWay.keys()) < unreadBytes);

  const start = (pipeline: Pipeline, request: IncomingMessage, response: ServerResponse): void => {
    pipeline.underWay.set(response, []);
    response.once("close", () => {
      over(pipeline, response);
      startLater(pipeline, request.socket);
    });
    listener(request, response);
  };
  /**
   * Starts a waiting request in its own turn of the event loop, so that other clients' requests can run in
   * between.
   */
  const startLater = (pipeline: Pipeline, socket: Socket): void => {
    if (pipeline.isStarting || pipeline.waiting.length === 0) return;
    pipeline.isStarting = true;
    setImmediate(() => {
      pipeline.isStarting = false;
      if (pipeline.waiting.length === 0 || !hasPlace(pipeline)) return;
      waiting -= 1;
      start(pipeline, ...(pipeline.waiting.shift() as [IncomingMessage, ServerResponse]));
      if (pipeline.waiting.length === 0) socket.resume();
      else startLater(pipeline, socket);
    });
  };

  return (request, response) => {
    const { socket } = request;
    const pipeline = pipelines.get(socket) ?? begin(socket);
    if (pipeline.waiting.length === 0 && hasPlace(pipeline)) return start(pipeline, request, response);
    if (waiting >= most) return void socket.destroy();
    waiting += 1;
    if (pipeline.waiting.push([request, response]) === 1) holdBack(socket, pipeline);
  };
}

function over({ underWay }: Pipeline, response: ServerResponse): void {
  const callbacks = underWay.get(response) ?? [];
  underWay.delete(response);
  for (const callback of callbacks) callback();
}

/**
 * Stops reading. Node's parser resumes by itself after each message, so this pauses it again until the last
 * waiting request has started.
 */
function holdBack(socket: Socket, { waiting }: Pipeline): void {
  const pause = () => {
    if (waiting.length > 0) socket.pause();
    else socket.off("resume", pause);
  };
  socket.on("resume", pause);
  socket.pause();
}

function unreadOf(responses: Iterable<ServerResponse>): number {
  let bytes = 0;
  for (const { writableLength } of responses) bytes += writableLength;
  return bytes;
}
