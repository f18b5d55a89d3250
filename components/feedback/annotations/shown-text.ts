import type { Span } from "./selector.ts";

/**
 * The text of an answer as shown: its text nodes in order, with a line break between two of them if a block
 * begins or ends, or a line is broken, in between. White space alone at the beginning of a block is left out.
 */
export interface ShownText {
  text: string;
  /** Where each text node begins. */
  pieces: readonly Piece[];
}

interface Piece {
  node: Text;
  start: number;
}

const blocks = new Set(
  (
    "address article aside blockquote br caption dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const unshown = new Set(["head", "noscript", "script", "select", "style", "template", "textarea", "title"]);

/** Reads the text below `root`. */
export function readShownText(root: Node): ShownText {
  const pieces: Piece[] = [];
  let text = "";
  let fresh = true;

  function take(node: Text) {
    if (node.data === "" || (fresh && node.data.trim() === "")) return;
    if (fresh && text !== "" && !text.endsWith("\n")) text += "\n";
    fresh = false;
    pieces.push({ node, start: text.length });
    text += node.data;
  }

  function walk(parent: Node) {
    for (const child of parent.childNodes) {
      if (isText(child)) take(child);
      else if (isElement(child) && !unshown.has(child.localName)) {
        const isBlock = blocks.has(child.localName);
        fresh ||= isBlock;
        walk(child);
        fresh ||= isBlock;
      }
    }
  }

  walk(root);
  return { text, pieces };
}

// By number: nodes of another document have different classes.
const isText = (node: Node): node is Text => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;

/** The passage as a range of the document; null if its text is not there. */
export function toRange({ pieces }: ShownText, { start, end }: Span): Range | null {
  const first = pieces.find((piece) => piece.start + piece.node.length > start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.max(0, start - first.start));
  range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}

/** The part of the text within a range, which can begin and end anywhere in the document. */
export function toSpan(shown: ShownText, range: AbstractRange): Span {
  return {
    start: offsetOf(shown, range.startContainer, range.startOffset),
    end: offsetOf(shown, range.endContainer, range.endOffset),
  };
}

function offsetOf({ text, pieces }: ShownText, container: Node, offset: number): number {
  const own = pieces.find(({ node }) => node === container);
  if (own) return own.start + offset;
  const point = container.ownerDocument?.createRange();
  point?.setStart(container, offset);
  // The first text after the point.
  return pieces.find(({ node }) => point && point.comparePoint(node, 0) >= 0)?.start ?? text.length;
}
