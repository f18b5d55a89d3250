import { digitsOf, lettersOf, pick } from "./made-values.ts";
import type { SampleSet } from "./sample.ts";

const octet = (seed: number): number => Number(digitsOf(seed, 5)) % 256;
const v4 = (seed: number): string =>
  [pick([81, 93, 185, 203, 17], seed), octet(seed), octet(seed + 50), octet(seed + 90)].join(".");
const hex = (seed: number): string =>
  pick(["1", "2", "8", "9"], seed) + lettersOf("0123456789abcdef", seed, 3);

/** IP addresses. */
export const ips: SampleSet = {
  frames: [
    "Blocked {} after five tries.",
    "The request came from {}, not from the office.",
    "client: {}, server: api",
    "{} - - GET /index.html",
    "Ping {} and tell me the time.",
    "Why is {} on the deny list?",
    "My router says {} now.",
    "ssh into {} as root",
    "Login from {} (new device)",
    "Allow {} in the firewall, please.",
    "host={} status=up",
    "Der Server {} antwortet nicht.",
    "DNS gives {} for it.",
    "peer {} closed the connection",
  ],
  formats: [
    { name: "IPv4", make: v4 },
    {
      name: "private IPv4",
      make: (seed) =>
        pick(
          [
            `192.168.${octet(seed)}.${octet(seed + 1)}`,
            `10.${octet(seed)}.${octet(seed + 1)}.${octet(seed + 2)}`,
          ],
          seed,
        ),
    },
    { name: "IPv4 with port", make: (seed) => `${v4(seed)}:${8000 + octet(seed)}` },
    { name: "IPv4 in a URL", make: (seed) => `http://${v4(seed)}/status` },
    { name: "IPv4 with mask", make: (seed) => `${v4(seed)}/24` },
    { name: "IPv4 in brackets", make: (seed) => `[${v4(seed)}]` },
    {
      name: "IPv6, all groups",
      make: (seed) =>
        [
          "2001",
          "0db8",
          hex(seed),
          hex(seed + 1),
          hex(seed + 2),
          hex(seed + 3),
          hex(seed + 4),
          hex(seed + 5),
        ].join(":"),
    },
    { name: "IPv6, shortened", make: (seed) => `2001:db8:${hex(seed)}::${hex(seed + 1)}` },
    { name: "IPv6, link-local", make: (seed) => `fe80::${hex(seed)}:${hex(seed + 1)}` },
    { name: "IPv6 in capitals", make: (seed) => `2A02:${hex(seed)}::${hex(seed + 1)}`.toUpperCase() },
    { name: "IPv6 in a URL", make: (seed) => `http://[2001:db8::${hex(seed)}]:8080/` },
    { name: "IPv4 inside IPv6", make: (seed) => `::ffff:${v4(seed)}` },
    { name: "defanged", hard: true, make: (seed) => v4(seed).replaceAll(".", "[.]") },
    {
      name: "leading zeros",
      hard: true,
      make: (seed) =>
        v4(seed)
          .split(".")
          .map((part) => part.padStart(3, "0"))
          .join("."),
    },
    { name: "short IPv6 (9::1)", hard: true, make: (seed) => `${(seed % 8) + 1}::${(seed % 9) + 1}` },
  ],
};
