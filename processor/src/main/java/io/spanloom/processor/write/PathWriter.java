package io.spanloom.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.AttributeSource.Form;
import io.spanloom.processor.model.AttributeSource.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the method that reads a path and sets its attribute. */
final class PathWriter {

  private static final String FAILURE = "failure";

  private final Attribute attribute;
  private final AttributeSource.Path path;
  private final String key;
  private final String span;
  private final Set<String> taken = new HashSet<>();

  /**
   * Creates a writer.
   *
   * @param attribute an attribute whose source is a path
   * @param key the constant that holds the attribute's key
   */
  PathWriter(Attribute attribute, String key) {
    this.attribute = attribute;
    this.path = (AttributeSource.Path) attribute.source();
    this.key = key;
    this.span = attribute.atEnd() ? "end" : "start";
    taken.addAll(List.of(span, FAILURE, key));
    staticTypes(path).forEach(taken::add);
  }

  /** Returns the simple names of the types whose static members a path reads. */
  static Stream<String> staticTypes(AttributeSource source) {
    return source instanceof AttributeSource.Path path
        ? path.steps().stream()
            .filter(step -> step.form() == Form.STATIC_CALL || step.form() == Form.STATIC_FIELD)
            .map(Step::on)
            .filter(ClassName.class::isInstance)
            .map(type -> ((ClassName) type).topLevelClassName().simpleName())
        : Stream.of();
  }

  /** Returns whether setting an attribute requires a separate method. */
  static boolean isNeeded(Attribute attribute) {
    return attribute.source() instanceof AttributeSource.Path path
        && (!path.steps().isEmpty() || path.atEnd() || ValueWriter.requiresPresence(attribute));
  }

  /** Returns the name of the method's parameter for the root. */
  private String rootName() {
    if (path.root() instanceof AttributeSource.Parameter parameter) {
      return free(parameter.name());
    }
    return free(path.root() instanceof AttributeSource.This ? "self" : "result");
  }

  MethodSpec write(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc("{@code $L}\n", path.text())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(
                attribute.atEnd() ? RuntimeTypes.RECORDING_SPAN : RuntimeTypes.SPAN_START, span);
    TypeName rootType = path.root().type();
    Value root = null;
    if (rootType != null) {
      String rootName = rootName();
      method.addParameter(rootType, rootName);
      root =
          new Value(
              CodeBlock.of("$N", rootName),
              rootType,
              !rootType.isPrimitive() && !(path.root() instanceof AttributeSource.This));
    }
    return method
        .beginControlFlow("try")
        .addCode(readPath(root))
        .nextControlFlow("catch ($T $N)", Throwable.class, FAILURE)
        .addStatement("$N.unreadable($N, $N)", span, key, FAILURE)
        .endControlFlow()
        .build();
  }

  /** An intermediate value: the code that yields it, and its properties. */
  private record Value(CodeBlock code, TypeName type, boolean nullable) {}

  private CodeBlock readPath(@Nullable Value root) {
    CodeBlock.Builder code = CodeBlock.builder();
    Value value = root;
    for (int i = 0; i < path.steps().size(); i++) {
      Step step = path.steps().get(i);
      CodeBlock next = access(value, step);
      if (i == path.steps().size() - 1 && !ValueWriter.needsVariable(attribute)) {
        return code.add(set(value, ValueWriter.convert(attribute, next))).build();
      }
      String name = free(variable(step));
      code.addStatement(
          value != null && value.nullable() && !step.type().isPrimitive()
              ? CodeBlock.of(
                  "$T $N = $L == null ? null : $L", step.type(), name, value.code(), next)
              : CodeBlock.of("$T $N = $L", step.type(), name, next));
      value = new Value(CodeBlock.of("$N", name), step.type(), !step.type().isPrimitive());
    }
    if (value == null) {
      throw new IllegalArgumentException("path without root and steps: " + path.text());
    }
    return code.add(set(value, ValueWriter.convert(attribute, value.code()))).build();
  }

  /** Sets the attribute unless the value that it is read from is null. */
  private CodeBlock set(@Nullable Value from, CodeBlock value) {
    CodeBlock statement = CodeBlock.of("$N.attribute($N, $L);\n", span, key, value);
    CodeBlock condition = condition(from);
    return condition.isEmpty()
        ? statement
        : CodeBlock.builder()
            .beginControlFlow("if ($L)", condition)
            .add(statement)
            .endControlFlow()
            .build();
  }

  private CodeBlock condition(@Nullable Value from) {
    if (from == null || !from.nullable()) {
      return CodeBlock.of("");
    }
    return ValueWriter.requiresPresence(attribute)
        ? CodeBlock.of("$1L != null && $1L.isPresent()", from.code())
        : CodeBlock.of("$L != null", from.code());
  }

  private static CodeBlock access(@Nullable Value value, Step step) {
    CodeBlock on = value == null ? CodeBlock.of("") : value.code();
    CodeBlock code =
        switch (step.form()) {
          case CALL -> CodeBlock.of("$L.$N()", receiver(on, step), step.name());
          case FIELD -> CodeBlock.of("$L.$N", receiver(on, step), step.name());
          case STATIC_CALL -> CodeBlock.of("$T.$N()", step.on(), step.name());
          case STATIC_FIELD -> CodeBlock.of("$T.$N", step.on(), step.name());
          case UNWRAP -> CodeBlock.of("$L.orElse(null)", on);
        };
    return step.cast() ? CodeBlock.of("($T) $L", step.type(), code) : code;
  }

  private static CodeBlock receiver(CodeBlock value, Step step) {
    return step.on() == null ? value : CodeBlock.of("(($T) $L)", step.on(), value);
  }

  private static String variable(Step step) {
    String name = step.name();
    if (step.form() == Form.UNWRAP) {
      return "value";
    }
    if (name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3))) {
      return name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
    }
    boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
    return constant ? name.toLowerCase(Locale.ROOT) : name;
  }

  private String free(String wanted) {
    String name = SourceVersion.isName(wanted) ? wanted : wanted + "_";
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
