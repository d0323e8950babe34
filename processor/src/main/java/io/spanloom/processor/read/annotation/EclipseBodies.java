package io.spanloom.processor.read.annotation;

import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes accessors in Eclipse's compiler, which has no API for method bodies. Its elements
 * refer to the declaration in its own syntax tree, which this class reads by reflection, because
 * the processor cannot depend on that compiler.
 */
final class EclipseBodies {

  private static final String FIELD = "[\\w$]+(\\s*\\.\\s*[\\w$]+)?";
  private static final String LITERAL = "\"([^\"\\\\]|\\\\.)*\"|'([^'\\\\]|\\\\.)+'|[\\d.][\\w.]*";
  private static final String VALUE = "(" + FIELD + "|" + LITERAL + ")";
  private static final Pattern ACCESSOR =
      Pattern.compile(
          "\\s*(return\\s+" + VALUE + "\\s*;|" + FIELD + "\\s*=\\s*" + VALUE + "\\s*;)?\\s*");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n\\r]*");

  private EclipseBodies() {}

  /** Returns whether a method is an accessor; false if its body is unknown. */
  static boolean isAccessor(ExecutableElement method) {
    String body = body(method);
    return body != null && ACCESSOR.matcher(COMMENT.matcher(body).replaceAll(" ")).matches();
  }

  /** Returns the source between the braces, or null if the compiler is another or has no source. */
  private static @Nullable String body(ExecutableElement method) {
    try {
      Object binding = method.getClass().getField("_binding").get(method);
      Object declaration = call(binding, "sourceMethod");
      if (declaration == null) {
        // The implicit accessor of a record component is an accessor, with an empty body here.
        return binding.getClass().getSimpleName().startsWith("Synthetic") ? "" : null;
      }
      int start = declaration.getClass().getField("bodyStart").getInt(declaration);
      int end = declaration.getClass().getField("bodyEnd").getInt(declaration);
      Object unit = call(call(declaration, "compilationResult"), "getCompilationUnit");
      char[] source = unit == null ? null : (char[]) call(unit, "getContents");
      return source == null || start > end + 1 ? null : new String(source, start, end + 1 - start);
    } catch (ReflectiveOperationException | RuntimeException otherCompiler) {
      return null;
    }
  }

  private static @Nullable Object call(@Nullable Object receiver, String method)
      throws ReflectiveOperationException {
    return receiver == null ? null : receiver.getClass().getMethod(method).invoke(receiver);
  }
}
