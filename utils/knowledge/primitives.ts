import * as z from 'zod/mini';

/** Building blocks of the knowledge schemas. */
export const nonEmpty = z.string().check(z.minLength(1));

/** A text in the three languages of the interface, none of them missing. */
export const localised = z.strictObject({ hans: nonEmpty, hant: nonEmpty, en: nonEmpty });

/** Stable ids: lower case, digits and single hyphens (`op-3-8`, `ren-gong-zhi-neng-jia`). */
export const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** A year, a month or a day, as exactly as it is known. Whether it exists is a rule of check-knowledge. */
export const day = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
