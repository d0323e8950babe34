package io.spanloom.processor.read.ai;

import io.spanloom.processor.model.BuiltInAttribute;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.read.annotation.Annotations;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/** Reads the names of tools, as models know them. */
final class AiTools {

  /** Annotations of AI clients whose member {@code name} is the name of a tool. */
  private static final Set<String> ANNOTATIONS =
      Set.of("dev.langchain4j.agent.tool.Tool", "org.springframework.ai.tool.annotation.Tool");

  private AiTools() {}

  /**
   * Returns the name of a tool: that of {@code @AICall}, that of the client's annotation, or the
   * method's name. It is empty if an attribute of the method supplies it for each call.
   */
  static SpanForm.Name name(
      SpanForm.Name name, ExecutableElement method, Set<String> attributeKeys) {
    if (name.explicit() || attributeKeys.contains(BuiltInAttribute.AI_TOOL_NAME.key())) {
      return name;
    }
    String text =
        method.getAnnotationMirrors().stream()
            .filter(
                mirror ->
                    ANNOTATIONS.contains(Annotations.typeOf(mirror).getQualifiedName().toString()))
            .flatMap(AiTools::name)
            .findFirst()
            .orElse(method.getSimpleName().toString());
    return new SpanForm.Name(text, false, name.location());
  }

  private static Stream<String> name(AnnotationMirror tool) {
    return Annotations.isExplicit(tool, "name")
        ? Stream.of(Annotations.stringValue(tool, "name")).filter(name -> !name.isBlank())
        : Stream.empty();
  }
}
