package io.spanloom.processor.model;

/** What becomes of a value that nobody should read. */
public enum Redaction {
  /** Nothing was said about it. */
  UNSPECIFIED,
  /** It stays as it is. */
  NONE,
  /** Its hash takes its place. */
  HASH,
  /** Asterisks take its place. */
  MASK
}
