package io.spanloom.processor.model;

/**
 * A value on a span.
 *
 * @param place the annotation, or its key where it has one
 * @param sourcePlace where the annotation says where the value comes from, or the annotation
 * @param key the attribute's key
 * @param source where the value comes from
 * @param type how the value becomes an attribute's
 * @param typeText the value's type as a source has it
 * @param redact what becomes of it when nobody should read it
 * @param agentCompatible whether OpenTelemetry's own annotation says it, for which its agent's
 *     rules hold
 */
public record Attribute(
    SourceLocation place,
    SourceLocation sourcePlace,
    String key,
    Source source,
    AttributeType type,
    String typeText,
    Redaction redact,
    boolean agentCompatible) {

  /**
   * Returns this attribute as one that is said elsewhere.
   *
   * @param other where messages about it point
   * @return the attribute
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
   * Returns whether the value is made unreadable.
   *
   * @return true for a value that is hashed or masked
   */
  public boolean isRedacted() {
    return redact == Redaction.HASH || redact == Redaction.MASK;
  }

  /**
   * Returns whether the value is known only when the method has ended.
   *
   * @return true for such a value
   */
  public boolean atEnd() {
    return source instanceof Source.Path path && path.atEnd();
  }
}
