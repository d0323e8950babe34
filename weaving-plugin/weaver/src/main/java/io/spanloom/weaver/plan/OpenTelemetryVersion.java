package io.spanloom.weaver.plan;

import io.spanloom.weaver.ClassFinder;
import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaverCode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Checks whether the OpenTelemetry API on the class path is too old. It looks for methods that the
 * required versions introduced, because a file with a version is often missing from repackaged
 * jars.
 */
public final class OpenTelemetryVersion {

  private static final String API = "io.opentelemetry.api.trace.";

  private OpenTelemetryVersion() {}

  /**
   * Returns a warning if Spanloom's artifacts on the class path require a newer version.
   *
   * @param classPath finds the classes on the class path
   * @return the warning, or nothing if the version suffices or OpenTelemetry is missing
   * @throws IOException if a class file cannot be read
   */
  public static List<Problem> problems(ClassFinder classPath) throws IOException {
    if (lacks(classPath, API + "Span", "addLink")) {
      return List.of(
          problem(
              "1.37", "spanloom-runtime", "spans and links may be missing", "use a newer version"));
    }
    if (classPath.find("io.spanloom.telemetry.Telemetry") != null
        && lacks(classPath, API + "Tracer", "isEnabled")) {
      return List.of(
          problem(
              "1.62",
              "spanloom-telemetry",
              "Telemetry.start() starts no SDK",
              "use a newer version, or remove spanloom-telemetry and use your framework's SDK"));
    }
    return List.of();
  }

  private static Problem problem(String required, String artifact, String effect, String remedy) {
    return new Problem(
        WeaverCode.OLD_OPENTELEMETRY,
        "The opentelemetry-api on the class path is older than "
            + required
            + ", which "
            + artifact
            + " requires, so "
            + effect
            + " at run time; "
            + remedy
            + ".");
  }

  /** Returns whether a class exists but does not declare a method. */
  private static boolean lacks(ClassFinder classPath, String type, String method)
      throws IOException {
    byte[] bytes = classPath.find(type);
    if (bytes == null) {
      return false;
    }
    MethodFinder finder = new MethodFinder(method);
    try {
      new ClassReader(bytes).accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    } catch (RuntimeException unreadable) {
      return false; // reported by name if the weaver needs the class
    }
    return !finder.found;
  }

  private static final class MethodFinder extends ClassVisitor {

    private final String method;
    private boolean found;

    MethodFinder(String method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      found |= name.equals(method);
      return null;
    }
  }
}
