package io.spanloom.processor.model;

/** How the value of a parameter becomes the value of an attribute, chosen while compiling. */
public enum AttributeType {
  /** A string as it is. */
  STRING(Key.STRING, "$1N"),
  /** A {@code long} as it is. */
  LONG(Key.LONG, "$1N"),
  /** A shorter integer type. */
  INTEGER(Key.LONG, "(long) $1N"),
  /** A boxed {@code long}. */
  BOXED_LONG(Key.LONG, "$1N"),
  /** A boxed shorter integer type. */
  BOXED_INTEGER(Key.LONG, "$1N == null ? null : $1N.longValue()"),
  /** A {@code double} as it is. */
  DOUBLE(Key.DOUBLE, "$1N"),
  /** A {@code float}. */
  FLOAT(Key.DOUBLE, "(double) $1N"),
  /** A boxed {@code double}. */
  BOXED_DOUBLE(Key.DOUBLE, "$1N"),
  /** A boxed {@code float}. */
  BOXED_FLOAT(Key.DOUBLE, "$1N == null ? null : $1N.doubleValue()"),
  /** A {@code boolean}, boxed or not. */
  BOOLEAN(Key.BOOLEAN, "$1N"),
  /** A {@code char}. */
  CHARACTER(Key.STRING, "$2T.valueOf($1N)"),
  /** A boxed {@code char} or a {@code UUID}: final types whose text is their value. */
  TEXT(Key.STRING, "$1N == null ? null : $1N.toString()"),
  /** An enum: its constant's name. */
  ENUM(Key.STRING, "$1N == null ? null : $1N.name()"),
  /** Anything else: no attribute can hold it. */
  UNSUPPORTED(Key.STRING, "");

  private final Key key;
  private final String conversion;

  AttributeType(Key key, String conversion) {
    this.key = key;
    this.conversion = conversion;
  }

  /**
   * Returns the type of the attribute's key.
   *
   * @return the key's type
   */
  public Key key() {
    return key;
  }

  /**
   * Returns an expression for the attribute's value.
   *
   * @return a JavaPoet format whose arguments are the parameter's name and, where it asks for a
   *     second one, the class {@code String}
   */
  public String conversion() {
    return conversion;
  }

  /** The types of attribute keys. */
  public enum Key {
    /** Text. */
    STRING,
    /** Integers of 64 bits. */
    LONG,
    /** Floating-point numbers of 64 bits. */
    DOUBLE,
    /** Truth values. */
    BOOLEAN
  }
}
