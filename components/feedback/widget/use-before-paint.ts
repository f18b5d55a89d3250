"use client";
import { useEffect, useLayoutEffect } from "react";

/** `useLayoutEffect`, but that React 18 does not warn of it while it renders on a server, where there is no layout. */
export const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;
