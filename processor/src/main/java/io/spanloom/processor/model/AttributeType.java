package io.spanloom.processor.model;

/** The conversion of a Java value to an attribute value, selected at compile time. */
public enum AttributeType {
  /** A string, unchanged. */
  STRING(Key.STRING),
  /** A {@code long}, unchanged. */
  LONG(Key.LONG),
  /** A shorter integer type. */
  INTEGER(Key.LONG),
  /** A boxed {@code long}. */
  BOXED_LONG(Key.LONG),
  /** A boxed shorter integer type. */
  BOXED_INTEGER(Key.LONG),
  /** A {@code double}, unchanged. */
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
  /** A boxed {@code char}, a {@code UUID}, a date: final types converted by {@code toString}. */
  TEXT(Key.STRING),
  /** A {@code URI}, converted to a string without user name and password. */
  URI(Key.STRING),
  /** A {@code Duration}, in seconds. */
  DURATION(Key.DOUBLE),
  /** An {@code OptionalInt}. */
  OPTIONAL_INT(Key.LONG),
  /** An {@code OptionalLong}. */
  OPTIONAL_LONG(Key.LONG),
  /** An {@code OptionalDouble}. */
  OPTIONAL_DOUBLE(Key.DOUBLE),
  /** An enum constant, converted to its name. */
  ENUM(Key.STRING),
  /** An array or a collection of values that become strings. */
  STRINGS(Key.STRING_ARRAY),
  /** An array or a collection of integers. */
  LONGS(Key.LONG_ARRAY),
  /** An array or a collection of floating-point numbers. */
  DOUBLES(Key.DOUBLE_ARRAY),
  /** An array or a collection of booleans. */
  BOOLEANS(Key.BOOLEAN_ARRAY),
  /** Any object, converted by {@code toString} as OpenTelemetry's agent does. */
  OBJECT(Key.STRING),
  /** A list or an array of any objects, each converted by {@code toString}. */
  OBJECTS(Key.STRING_ARRAY),
  /** Bytes, characters and streams: rejected, because they can carry message content. */
  CONTENT(Key.STRING),
  /** Any other type: rejected. */
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

  /** The type of an attribute key, named as in OpenTelemetry's {@code AttributeType}. */
  public enum Key {
    /** A string. */
    STRING,
    /** A 64-bit integer. */
    LONG,
    /** A 64-bit floating-point number. */
    DOUBLE,
    /** A boolean. */
    BOOLEAN,
    /** A list of strings. */
    STRING_ARRAY,
    /** A list of 64-bit integers. */
    LONG_ARRAY,
    /** A list of 64-bit floating-point numbers. */
    DOUBLE_ARRAY,
    /** A list of booleans. */
    BOOLEAN_ARRAY
  }
}
