package io.spanloom.weaver.propagate;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/** Verifies a rewritten class before it is written: no call is missed, and the JVM accepts it. */
final class RewriteVerifier {

  private RewriteVerifier() {}

  /**
   * Verifies a class.
   *
   * @throws WeaveException if a call was missed, or the JVM would reject a method
   */
  static void verify(String name, byte[] classFile, TaskCallTable table) throws WeaveException {
    if (new ClassRewriter(classFile, table).rewrite() != null) {
      throw wrong(name, "a call was missed");
    }
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG);
    for (MethodNode method : type.methods) {
      try {
        new Analyzer<>(new BasicVerifier()).analyze(type.name, method);
      } catch (AnalyzerException | IndexOutOfBoundsException failure) {
        throw wrong(
            name, "the JVM would reject method " + method.name + ": " + failure.getMessage());
      }
    }
  }

  private static WeaveException wrong(String name, String fault) {
    return new WeaveException(
        new Problem(
            WeaverCode.NOT_WOVEN,
            "Class "
                + name
                + " could not be changed to propagate the context, because "
                + fault
                + ", so nothing was woven. This is a bug in Spanloom. Please report it with the"
                + " class.",
            name,
            null));
  }
}
