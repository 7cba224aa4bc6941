/** The version that reports and JSON carry; a test holds it to package.json. */
export const VERSION = "0.1.0";
