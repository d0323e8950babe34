package io.spanloom.processor.model;

/**
 * An attribute that a method's annotations declare.
 *
 * @param location the annotation's key, or the annotation if it has no explicit key
 * @param sourceLocation the annotation member that names the value's source, or the annotation
 * @param key the attribute's key
 * @param source the source of the value
 * @param type the conversion of the value
 * @param typeText the value's Java type as the source code writes it
 * @param redact the redaction of the value
 * @param agentCompatible whether OpenTelemetry's own annotation declares the attribute, so that the
 *     rules of OpenTelemetry's agent apply
 */
public record Attribute(
    SourceLocation location,
    SourceLocation sourceLocation,
    String key,
    AttributeSource source,
    AttributeType type,
    String typeText,
    Redaction redact,
    boolean agentCompatible) {

  /**
   * Returns a copy of this attribute whose messages point at another location.
   *
   * @param other the other location
   * @return the copy
   */
  public Attribute at(SourceLocation other) {
    return new Attribute(other, other, key, source, type, typeText, redact, agentCompatible);
  }

  /**
   * Returns the type of the attribute's key.
   *
   * @return the key's type
   */
  public AttributeType.Key keyType() {
    return isRedacted() ? AttributeType.Key.STRING : type.key();
  }

  /**
   * Returns whether the value is hashed or masked.
   *
   * @return true for a redacted value
   */
  public boolean isRedacted() {
    return redact == Redaction.HASH || redact == Redaction.MASK;
  }

  /**
   * Returns whether the value is only known when the method ends.
   *
   * @return true for a value that is read from the result, or from an instance under construction
   */
  public boolean atEnd() {
    return source instanceof AttributeSource.Path path && path.atEnd();
  }
}
