/** The address that a proxy of the tests speaks from, if it is to be believed: the apps of tests are started so. */
export const TRUSTED_PROXY = "127.0.0.2";
