"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

interface LinkProps extends Omit<ComponentProps<typeof NextLink>, "prefetch"> {
  /** False where not even pointing at it loads its page ahead. */
  prefetch?: false;
}

/**
 * A link within the app, that loads its page ahead once somebody points at it or moves the focus there. Next would load
 * every page that a page on screen links to: two dozen for each that is opened.
 */
export function Link({ prefetch, onMouseEnter, onFocus, ...rest }: LinkProps) {
  const [isNear, setNear] = useState(false);
  return (
    <NextLink
      {...rest}
      prefetch={isNear ? (prefetch ?? null) : false}
      onMouseEnter={(event) => {
        setNear(true);
        onMouseEnter?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
    />
  );
}
