/** What is wrong with one field, in a sentence to its reader. */
export type FieldError = { field: string; sentence: string };
