import { Fragment } from "react";
import { Code } from "./section.tsx";

/** A sentence of a comment, with what stands between backticks as code. */
export function Spoken({ text }: { text: string }) {
  return text.split("`").map((piece, index) => {
    const Piece = index % 2 === 0 ? Fragment : Code;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text that does not change.
    return <Piece key={index}>{piece}</Piece>;
  });
}
