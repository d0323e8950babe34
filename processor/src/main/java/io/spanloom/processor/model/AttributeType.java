package io.spanloom.processor.model;

/** How a value becomes the value of an attribute, chosen while compiling. */
public enum AttributeType {
  /** A string as it is. */
  STRING(Key.STRING),
  /** A {@code long} as it is. */
  LONG(Key.LONG),
  /** A shorter integer type. */
  INTEGER(Key.LONG),
  /** A boxed {@code long}. */
  BOXED_LONG(Key.LONG),
  /** A boxed shorter integer type. */
  BOXED_INTEGER(Key.LONG),
  /** A {@code double} as it is. */
  DOUBLE(Key.DOUBLE),
  /** A {@code float}. */
  FLOAT(Key.DOUBLE),
  /** A boxed {@code double}. */
  BOXED_DOUBLE(Key.DOUBLE),
  /** A boxed {@code float}. */
  BOXED_FLOAT(Key.DOUBLE),
  /** A {@code boolean}, boxed or not. */
  BOOLEAN(Key.BOOLEAN),
  /** A {@code char}. */
  CHARACTER(Key.STRING),
  /** A boxed {@code char}, a {@code UUID}, a date: final types whose text is their value. */
  TEXT(Key.STRING),
  /** A {@code URI}: its text, without a user's name and password. */
  URI(Key.STRING),
  /** A {@code Duration}: seconds. */
  DURATION(Key.DOUBLE),
  /** An {@code OptionalInt}. */
  OPTIONAL_INT(Key.LONG),
  /** An {@code OptionalLong}. */
  OPTIONAL_LONG(Key.LONG),
  /** An {@code OptionalDouble}. */
  OPTIONAL_DOUBLE(Key.DOUBLE),
  /** An enum: its constant's name. */
  ENUM(Key.STRING),
  /** An array or a collection of what becomes text. */
  STRINGS(Key.STRING_ARRAY),
  /** An array or a collection of integers. */
  LONGS(Key.LONG_ARRAY),
  /** An array or a collection of floating-point numbers. */
  DOUBLES(Key.DOUBLE_ARRAY),
  /** An array or a collection of truth values. */
  BOOLEANS(Key.BOOLEAN_ARRAY),
  /** What may carry anything, message content too: bytes, characters, streams. */
  CONTENT(Key.STRING),
  /** Anything else: no attribute can hold it. */
  UNSUPPORTED(Key.STRING);

  private final Key key;

  AttributeType(Key key) {
    this.key = key;
  }

  /**
   * Returns the type of the attribute's key.
   *
   * @return the key's type
   */
  public Key key() {
    return key;
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
    BOOLEAN,
    /** Several texts. */
    STRING_ARRAY,
    /** Several integers. */
    LONG_ARRAY,
    /** Several floating-point numbers. */
    DOUBLE_ARRAY,
    /** Several truth values. */
    BOOLEAN_ARRAY
  }
}
