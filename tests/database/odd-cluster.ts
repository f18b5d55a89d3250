/**
 * Values that an operator may have given the settings of sessions, each other than the one that our code relies on (or
 * should not care about): the store tests run on a server, as a role and by addresses that have them.
 */
export const ODD_SETTINGS: Readonly<Record<string, string>> = {
  TimeZone: "America/New_York",
  timezone_abbreviations: "India",
  DateStyle: "SQL, DMY",
  IntervalStyle: "sql_standard",
  bytea_output: "escape",
  extra_float_digits: "-15",
  client_encoding: "LATIN1",
  lc_messages: "POSIX",
  lc_monetary: "POSIX",
  lc_numeric: "POSIX",
  lc_time: "POSIX",
  xmlbinary: "hex",
  search_path: "elsewhere",
  standard_conforming_strings: "off",
  backslash_quote: "off",
  array_nulls: "off",
  transform_null_equals: "on",
  default_text_search_config: "pg_catalog.german",
  gin_fuzzy_search_limit: "1",
  quote_all_identifiers: "on",
  check_function_bodies: "off",
  row_security: "off",
  session_replication_role: "replica",
  default_transaction_isolation: "serializable",
  default_transaction_read_only: "on",
  default_transaction_deferrable: "on",
  statement_timeout: "900ms",
  lock_timeout: "700ms",
  transaction_timeout: "1100ms",
  idle_in_transaction_session_timeout: "800ms",
  idle_session_timeout: "1s",
  plan_cache_mode: "force_generic_plan",
  jit: "off",
};

/** What the address itself asks for; it outweighs the server, the role and the database. */
const ODD_OPTIONS = "-c TimeZone=Asia/Kathmandu -c DateStyle=German -c search_path=nowhere";

/** The address of a database of the server at `url` that asks for more of the kind. */
export function oddUrl(url: string, database: string): string {
  const odd = new URL(url);
  odd.pathname = `/${database}`;
  odd.searchParams.set("options", ODD_OPTIONS);
  return odd.href;
}

/** Gives them to every session of a role. */
export const oddRole = (role: string): string[] =>
  Object.entries(ODD_SETTINGS).map(([name, value]) => `ALTER ROLE ${role} SET ${name} = '${value}'`);

/**
 * How a test's database compares texts: as in Turkish, where I is no capital of i, or by bytes, which sorts several
 * times as fast.
 */
export const LOCALES = {
  turkish: "LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'",
  bytes: "LOCALE 'C'",
} as const;

/** The migrated database that tests' databases are copied from. */
export const templateName = (locale: keyof typeof LOCALES): string => `template_${locale}`;

/** Makes it; still without tables. */
export const createTemplate = (locale: keyof typeof LOCALES): string =>
  `CREATE DATABASE ${templateName(locale)} TEMPLATE template0 ENCODING UTF8 ${LOCALES[locale]}`;
