package io.spanloom.processor.check;

/**
 * The stable codes of the processor's messages. A code keeps its meaning for ever; the text may
 * become better. Codes from SPL200 on are the weaver's.
 */
public enum Code {
  /** A method without a body. */
  ABSTRACT_METHOD("SPL001"),
  /** A method whose body is not Java. */
  NATIVE_METHOD("SPL002"),
  /** A method of an annotation type. */
  ANNOTATION_TYPE("SPL003"),
  /** A name that is written but blank. */
  BLANK_NAME("SPL004"),
  /** Two attributes with one key. */
  DUPLICATE_KEY("SPL005"),
  /** Two span annotations on one method. */
  TWO_SPANS("SPL006"),
  /** A parameter that no attribute can hold. */
  UNSUPPORTED_TYPE("SPL007"),
  /** A type that generated code cannot name. */
  UNNAMEABLE_TYPE("SPL008"),
  /** The runtime is not to be seen. */
  NO_RUNTIME("SPL009"),
  /** An attribute without a span. */
  STRAY_ATTRIBUTE("SPL010"),
  /** An attribute of a step that becomes events. */
  EVENTS_WITHOUT_ATTRIBUTES("SPL011"),
  /** An AI call whose answer tells nothing. */
  NOTHING_TO_READ("SPL012"),
  /** A temperature below zero. */
  TEMPERATURE("SPL013"),
  /** A class that has the aspect's name already. */
  NAME_TAKEN("SPL014"),
  /** A key that Spanloom sets by itself. */
  RESERVED_KEY("SPL015"),
  /** A generated source that cannot be stored. */
  NOT_WRITTEN("SPL016"),
  /** A path that is not written as one. */
  PATH_SYNTAX("SPL017"),
  /** A name in a path that means nothing. */
  UNKNOWN_NAME("SPL018"),
  /** A member that generated code may not use. */
  INACCESSIBLE_MEMBER("SPL019"),
  /** A path that gives no value. */
  NO_VALUE("SPL020"),
  /** An attribute that looks like a secret or like message content. */
  LOOKS_SECRET("SPL021"),
  /** An attribute with several sources, or with none. */
  UNCLEAR_SOURCE("SPL022"),
  /** A parent or a link that is none. */
  CONTEXT_PARAMETER_TYPE("SPL023"),
  /** Two parents of one span. */
  TWO_PARENTS("SPL024"),
  /** An own annotation that class files do not keep. */
  NOT_KEPT("SPL025"),
  /** A method of an interface whose body is out of reach. */
  UNREACHED("SPL026"),
  /** What has been generated, and that it waits for the weaver. */
  GENERATED("SPL098"),
  /** A fault of the processor itself. */
  INTERNAL("SPL099");

  private final String text;

  Code(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
