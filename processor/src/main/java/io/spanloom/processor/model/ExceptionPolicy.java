package io.spanloom.processor.model;

/** The data of an exception that a span records. */
public enum ExceptionPolicy {
  /** Nothing. */
  NONE,
  /** The exception's class. */
  TYPE,
  /** The class and the stack trace, without messages. */
  WITHOUT_MESSAGE,
  /** The class, the message and the stack trace. */
  ALL
}
