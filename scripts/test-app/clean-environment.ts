/** Variables that would make an app or a test use something other than its own. */
const OURS =
  /^(DATABASE_URL|PORT|HOST|PUBLIC_URL|TRUSTED_PROXIES|CONNECTIONS_PER_ADDRESS|PAGES_AT_ONCE|WEB_PROCESSES|AUTH_SECRET|SMTP_URL|MAIL_FROM|NOTIFICATION_HOSTS|LOG_LEVEL|NODE_ENV|(LLM|WHETSTONE|BETTER_AUTH)_.*|BASE_URL|npm_.*)$/;

/** The environment without Whetstone's settings, so that tests do not touch the developer's own app. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !OURS.test(name)),
  ) as NodeJS.ProcessEnv;
}
