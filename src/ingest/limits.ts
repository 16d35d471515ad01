/** Every size that ingest keeps to, in one place. "Units" are UTF-16 code units. */

/** A single document (a file, or a line of JSON Lines) may be this large; a JSON Lines file may have any size. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;
/** A document that somebody sends to a bot may be this large: it is read while others wait for answers. */
export const UPLOAD_LIMIT_BYTES = 5 * 1024 * 1024;
/** A passage grows towards this length ... */
export const PASSAGE_TARGET_UNITS = 600;
/** ... and never beyond this one, unless a single sentence is longer. */
export const PASSAGE_MAX_UNITS = 1200;
/** A last passage shorter than this joins the one before it. */
export const PASSAGE_MIN_UNITS = 200;
/** Documents are prepared together until their text is this long, so that an embedder gets large batches. */
export const PREPARE_BATCH_UNITS = 400_000;
export const MAX_ID_UNITS = 200;
export const MAX_FACT_UNITS = 300;
export const MAX_URL_UNITS = 2000;
/** A title made of a first sentence is cut at a word before this. */
export const MAX_MADE_TITLE_UNITS = 90;
/** Elements of an HTML page; more is refused rather than parsed for minutes. */
export const MAX_HTML_ELEMENTS = 100_000;
/** What a DOCX file may unpack to. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
