package io.spanloom.processor.model;

/** The redaction of an attribute's value. */
public enum Redaction {
  /** The source sets no redaction. */
  UNSPECIFIED,
  /** The value is kept. */
  NONE,
  /** The value is replaced with its hash. */
  HASH,
  /** The value is replaced with three asterisks; of a long value, the last four characters stay. */
  MASK
}
