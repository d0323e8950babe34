package io.spanloom.processor.model;

/** The reason why no span annotation applies to a method. */
public enum UntracedReason {
  /** Neither the method nor its class or package carries a span annotation. */
  NO_ANNOTATION,
  /** {@code @NotTraced} disables the annotation of the class or package. */
  DISABLED,
  /** The annotation of a class does not apply to constructors. */
  CONSTRUCTOR,
  /** The annotation of a class applies to public methods only. */
  NOT_PUBLIC,
  /** The annotation of a class does not apply to methods without a Java body. */
  NO_BODY,
  /** The annotation of a class does not apply to methods that override those of {@code Object}. */
  OBJECT_METHOD,
  /** The annotation of a class does not apply to methods that a tool added. */
  GENERATED,
  /** The annotation of a class does not apply to accessors. */
  ACCESSOR
}
