package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import io.spanloom.processor.check.Diagnostic;
import io.spanloom.processor.model.PropagatingType;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.read.annotation.SpanAnnotations;
import java.io.IOException;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The diagnostics for classes whose aspect cannot be generated although they are valid. */
final class FailedGeneration {

  private FailedGeneration() {}

  static Diagnostic internal(TypeElement type, Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return new Diagnostic(
        Kind.ERROR,
        Code.INTERNAL,
        new SourceLocation(type, null, null),
        "Spanloom could not process "
            + type
            + ": "
            + fault
            + (trace.length == 0 ? "" : " at " + trace[0])
            + ". This is a bug in Spanloom. Please report it with the source of the class.");
  }

  /**
   * Returns the diagnostic for an aspect whose name is taken.
   *
   * @param existing the class that has the name, or null if unknown
   */
  static Diagnostic nameTaken(TracedType type, String name, @Nullable TypeElement existing) {
    return new Diagnostic(
        Kind.ERROR,
        Code.NAME_TAKEN,
        type.location(),
        existing != null && SpanAnnotations.isAspect(existing)
            ? "The aspect of "
                + type.binaryName()
                + " cannot be generated, because "
                + name
                + " from another run of the processor, such as kapt's or an earlier build's, is"
                + " compiled as a source. Compile it with -proc:none, or delete it."
            : "The aspect of "
                + type.binaryName()
                + " cannot be generated, because its package already contains a class "
                + name
                + ". Rename or delete that class.");
  }

  /** Returns the diagnostic for a declaration of propagation whose name is taken. */
  static Diagnostic nameTaken(PropagatingType type, String name) {
    return new Diagnostic(
        Kind.ERROR,
        Code.NAME_TAKEN,
        type.location(),
        "Class "
            + name
            + ", which declares that "
            + type.binaryName()
            + " propagates the context, cannot be generated, because its package already contains a"
            + " class of that name. Rename or delete that class.");
  }

  static Diagnostic notWritten(SourceLocation location, String name, IOException failure) {
    return new Diagnostic(
        Kind.ERROR,
        Code.NOT_WRITTEN,
        location,
        "The source of "
            + name
            + " cannot be written: "
            + failure.getMessage()
            + ". Check that javac can write to its directory for generated sources.");
  }
}
