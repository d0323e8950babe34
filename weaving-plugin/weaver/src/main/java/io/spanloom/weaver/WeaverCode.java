package io.spanloom.weaver;

/**
 * The codes of the weaver's messages. Codes below SPL200 belong to the annotation processor, SPL220
 * to SPL232 to the telemetry manifest.
 */
public enum WeaverCode implements ProblemCode {
  /** The class folder does not exist. */
  NO_FOLDER("SPL200"),
  /** A traced method belongs to a class that annotation processors do not see. */
  HIDDEN_METHOD("SPL201"),
  /** A traced method has no aspect. */
  NO_ASPECT("SPL202"),
  /** The aspect of a woven class is missing. */
  MISSING_ASPECT("SPL203"),
  /** An aspect was generated from a different version of its class. */
  STALE_ASPECT("SPL204"),
  /** The class of an aspect is missing, or calls it without having a traced method. */
  OBSOLETE_ASPECT("SPL205"),
  /** A class was woven by a different version of its aspect. */
  WOVEN_WITH_OTHER_ASPECT("SPL206"),
  /** A class file cannot be read. */
  BROKEN_CLASS("SPL207"),
  /** AspectJ could not weave a class, or the result is wrong. */
  NOT_WOVEN("SPL208"),
  /** A type is not on the class path. */
  MISSING_TYPE("SPL209"),
  /** A woven method or class would exceed a size limit. */
  TOO_LARGE("SPL210"),
  /** The class folder cannot be read, written or locked. */
  FOLDER_ACCESS("SPL211"),
  /** A module does not read the runtime module at run time. */
  RUNTIME_NOT_REQUIRED("SPL212"),
  /** A dependency was not woven. */
  UNWOVEN_DEPENDENCY("SPL213"),
  /** A command-line argument is invalid. */
  INVALID_ARGUMENT("SPL214"),
  /** A class file is not in the folder of its package. */
  MISPLACED_CLASS("SPL215"),
  /** The compiler does not give access to the class files that it wrote. */
  CLASS_FILES_UNAVAILABLE("SPL216"),
  /** The version of OpenTelemetry on the class path is too old. */
  OLD_OPENTELEMETRY("SPL217"),
  /** A local or anonymous class implements a traced interface method. */
  UNTRACED_IMPLEMENTATION("SPL218"),
  /** A call hands over work that cannot carry the context. */
  CONTEXT_NOT_CARRIED("SPL219"),
  /** A class propagates the context, but hands over no task. */
  NO_TASK("SPL240"),
  /** A class propagates the context, but the processor generated no declaration. */
  NO_PROPAGATION("SPL241"),
  /** The weaver has a bug. */
  INTERNAL("SPL299");

  private final String id;

  WeaverCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
