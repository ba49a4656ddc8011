/** The forms of text in the register, as regular expressions that JavaScript and JSON Schema share. */
export const ID = '^[a-z0-9][a-z0-9-]{0,63}$';
export const CLAIM_REF = '^(statement|report)-[a-z0-9][a-z0-9-]{0,63}#[a-z0-9][a-z0-9-]{0,63}$';
export const STREAM = '^(statement|report|operation|incident|series|actor|source)-[a-z0-9][a-z0-9-]{0,63}$';
export const HASH = '^sha256:[0-9a-f]{64}$';
export const EVENT_ID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const DAY = '(?!0000)\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const TIME = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?';
export const INSTANT = `^${DAY}T${TIME}(Z|[+-](0\\d|1[0-4]):[0-5]\\d)$`;
export const DATE = `^${DAY}$`;
/** What is meant as a date, though there may be no such day: to tell people so, rather than that it is something else. */
export const MEANT_AS_DATE = '\\d{4}-\\d{2}-\\d{2}';
export const LINK = '^https?://[^\\s]+$';
export const ZONE = '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$';
