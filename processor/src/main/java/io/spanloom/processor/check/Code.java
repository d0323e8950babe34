package io.spanloom.processor.check;

/**
 * The stable codes of the processor's messages. A code never changes its meaning, although its
 * message may be reworded. Codes from SPL200 belong to the weaver and the manifest.
 */
public enum Code {
  /** An abstract method that is annotated as traced. */
  ABSTRACT_METHOD("SPL001"),
  /** A native method that is annotated as traced. */
  NATIVE_METHOD("SPL002"),
  /** A method of an annotation type that is annotated as traced. */
  ANNOTATION_TYPE("SPL003"),
  /** A blank name or key. */
  BLANK_NAME("SPL004"),
  /** Two attributes with the same key. */
  DUPLICATE_KEY("SPL005"),
  /** Several span annotations on one method. */
  TWO_SPANS("SPL006"),
  /** A value whose type is not supported for attributes. */
  UNSUPPORTED_TYPE("SPL007"),
  /** A type that the generated aspect cannot access. */
  INACCESSIBLE_TYPE("SPL008"),
  /** A runtime that is missing from the class path or the module. */
  MISSING_RUNTIME("SPL009"),
  /** An attribute, a parent or a link on a method that is not traced. */
  NOT_TRACED("SPL010"),
  /** An attribute of a step that records events. */
  ATTRIBUTE_ON_EVENTS("SPL011"),
  /** An AI call whose response cannot be read. */
  UNREADABLE_RESPONSE("SPL012"),
  /** A temperature that is negative or not finite. */
  INVALID_TEMPERATURE("SPL013"),
  /** A class that already has the aspect's name. */
  NAME_TAKEN("SPL014"),
  /** An attribute with a key that Spanloom sets itself. */
  RESERVED_KEY("SPL015"),
  /** A generated source that cannot be written. */
  NOT_WRITTEN("SPL016"),
  /** A path with a syntax error. */
  INVALID_PATH("SPL017"),
  /** A path with an unknown name. */
  UNKNOWN_NAME("SPL018"),
  /** A path through a member that the generated aspect cannot access. */
  INACCESSIBLE_MEMBER("SPL019"),
  /** A path that does not lead to a value. */
  NO_VALUE("SPL020"),
  /** An attribute that looks like a secret or like message content. */
  SENSITIVE_ATTRIBUTE("SPL021"),
  /** An attribute with several sources, or without one. */
  AMBIGUOUS_SOURCE("SPL022"),
  /** A context parameter whose type is not supported. */
  CONTEXT_PARAMETER_TYPE("SPL023"),
  /** A parent that conflicts with another parent or with the form of the span. */
  CONFLICTING_PARENT("SPL024"),
  /** A composed annotation that is not kept in class files. */
  SOURCE_RETENTION("SPL025"),
  /** An annotated interface method whose inherited implementation is not traced. */
  UNTRACED_IMPLEMENTATION("SPL026"),
  /** OpenTelemetry's {@code @WithSpan}, which is left to a framework or agent. */
  LEFT_TO_FRAMEWORK("SPL027"),
  /** A class or method whose aspect would exceed a limit of Java or of file systems. */
  ASPECT_TOO_LARGE("SPL028"),
  /** An accessor of an AI client that the class path lacks. */
  MISSING_ACCESSOR("SPL030"),
  /** A constant model that the price table does not list. */
  UNPRICED_MODEL("SPL031"),
  /** A path to the usage of an AI call that leads to none. */
  INVALID_USAGE_PATH("SPL032"),
  /** An AI call whose provider is neither set nor known from its types. */
  UNKNOWN_PROVIDER("SPL033"),
  /** An invalid value of a compiler option. */
  INVALID_OPTION("SPL034"),
  /** An attribute that reads the text of a message to or from an AI model. */
  MESSAGE_CONTENT("SPL035"),
  /** An AI call of a client whose calls another library traces, too. */
  TRACED_TWICE("SPL036"),
  /** A member of an AI call that does not apply to the method, or an invalid limit. */
  UNSUITABLE_MEMBER("SPL037"),
  /** An AI call whose span does not end with the stream inside its result. */
  UNOBSERVED_STREAM("SPL038"),
  /** A step that comes after an unknown one. */
  UNKNOWN_STEP("SPL050"),
  /** Steps that wait for each other, and steps that come after them. */
  UNREACHABLE_STEP("SPL051"),
  /** Two steps of a workflow with the same name. */
  DUPLICATE_STEP("SPL052"),
  /** A step with an order, but without a workflow. */
  ORDER_WITHOUT_WORKFLOW("SPL053"),
  /** A run's ID or the number of an attempt that cannot be read as such. */
  INVALID_RUN_PATH("SPL054"),
  /** A path that starts at a deferred result with several values or none. */
  NO_SINGLE_VALUE("SPL060"),
  /** A deferred result that is not observed. */
  UNOBSERVED_RESULT("SPL068"),
  /** An adapter for deferred results that cannot be used. */
  INVALID_ADAPTER("SPL069"),
  /** A result that is declared as consumed lazily, but cannot be observed. */
  LAZY_RESULT("SPL070"),
  /** The number of traced methods that have to be woven. */
  GENERATED("SPL098"),
  /** A bug in the processor. */
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
