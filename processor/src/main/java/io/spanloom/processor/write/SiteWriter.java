package io.spanloom.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AiAttributes;
import io.spanloom.processor.model.AiCall;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.ExceptionPolicy;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.WorkflowForm;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the constants of an aspect: sites and attribute keys. */
final class SiteWriter {

  private SiteWriter() {}

  static CodeBlock write(TracedMethod method) {
    CodeBlock.Builder site = CodeBlock.builder().add(form(method));
    for (Attribute attribute : method.attributes()) {
      if (attribute.source() instanceof AttributeSource.Literal literal) {
        site.add(
            onNewLine("attribute($T.$LKey($S), $L)"),
            RuntimeTypes.ATTRIBUTE_KEY,
            attribute.type().key().name().toLowerCase(Locale.ROOT),
            attribute.key(),
            constant(attribute.type().key(), literal.value()));
      } else if (attribute.source() instanceof AttributeSource.Baggage baggage) {
        site.add(
            onNewLine("baggage($S, $T.stringKey($S))"),
            baggage.entry(),
            RuntimeTypes.ATTRIBUTE_KEY,
            attribute.key());
      }
    }
    return site.build();
  }

  private static CodeBlock constant(AttributeType.Key type, Object value) {
    return switch (type) {
      case LONG -> CodeBlock.of("$LL", value);
      case DOUBLE -> CodeBlock.of("$LD", ((Number) value).doubleValue());
      case BOOLEAN -> CodeBlock.of("$L", value);
      default -> CodeBlock.of("$S", value.toString());
    };
  }

  private static CodeBlock form(TracedMethod method) {
    SpanForm span = method.span();
    if (span instanceof SpanForm.Span traced) {
      return traced(method, traced);
    }
    if (span instanceof WorkflowForm form) {
      return WorkflowSiteWriter.write(method, form);
    }
    return aiCall(method, (AiCall) span);
  }

  private static CodeBlock traced(TracedMethod method, SpanForm.Span span) {
    CodeBlock.Builder site = site(method);
    if (span.agentCompatible()) {
      site.add(onNewLine("agentCompatible()"));
    }
    if (span.root()) {
      site.add(onNewLine("root()"));
    }
    addExpected(site, span);
    if (span.exceptionPolicy() == ExceptionPolicy.TYPE) {
      site.add(onNewLine("withoutException()"));
    }
    return site.build();
  }

  private static CodeBlock aiCall(TracedMethod method, AiCall call) {
    CodeBlock.Builder settings =
        CodeBlock.builder()
            .add(
                "$T.of($S, $L)",
                RuntimeTypes.AI_SETTINGS,
                call.operation(),
                textOrNull(call.provider().text()));
    if (!call.name().text().isEmpty()) {
      settings.add(".name($S)", call.name().text());
    }
    AiCall.Limits limits = call.limits();
    if (limits.maxIterations().isPresent() || limits.maxCostUsd().isPresent()) {
      settings.add(
          ".limits($L, $L)",
          limits.maxIterations().orElse(0),
          limits.maxCostUsd().isPresent()
              ? CodeBlock.of("$L", limits.maxCostUsd().getAsDouble())
              : CodeBlock.of("$T.NaN", Double.class));
    }
    if (!call.model().text().isEmpty()) {
      settings.add(".model($S)", call.model().text());
    }
    call.temperature().ifPresent(temperature -> settings.add(".temperature($L)", temperature));
    if (!call.phase().text().isEmpty()) {
      settings.add(".phase($S)", call.phase().text());
    }
    if (call.streamed()) {
      settings.add(".streaming()");
    }
    if (call.streaming().ownSpan().isPresent()) {
      settings.add(".withStreamSpan()");
    }
    if (call.attributes() != AiAttributes.GENAI) {
      settings.add(".attributes($T.$L)", RuntimeTypes.AI_ATTRIBUTES, call.attributes());
    }
    if (call.recordsMessages()) {
      settings.add(".withExceptionMessages()");
    }
    if (call.readsTokens()) {
      settings.add(".readingTokens()");
    }
    return site(method).add(onNewLine("aiCall($L)"), settings.build()).build();
  }

  private static CodeBlock.Builder site(TracedMethod method) {
    CodeBlock.Builder site =
        CodeBlock.builder()
            .add(
                "$T.of($S,$W$S)",
                RuntimeTypes.SPAN_SITE,
                method.span().spanName(),
                method.id().function());
    String kind = method.span().kind();
    if (!kind.equals("INTERNAL")) {
      site.add(onNewLine("kind($T.$L)"), RuntimeTypes.SPAN_KIND, kind);
    }
    if (method.startsSpanPerSubscription()) {
      site.add(onNewLine("perSubscription()"));
    }
    return site;
  }

  static void addExpected(CodeBlock.Builder site, SpanForm span) {
    span.expected()
        .forEach(expected -> site.add(onNewLine("expecting($T.class)"), expected.type()));
  }

  static String onNewLine(String call) {
    return "\n$>$>." + call + "$<$<";
  }

  static CodeBlock textOrNull(String text) {
    return text.isEmpty() ? CodeBlock.of("null") : CodeBlock.of("$S", text);
  }

  static FieldSpec key(String name, Attribute attribute) {
    TypeName type =
        switch (attribute.keyType()) {
          case STRING -> ClassName.get(String.class);
          case LONG -> TypeName.LONG.box();
          case DOUBLE -> TypeName.DOUBLE.box();
          case BOOLEAN -> TypeName.BOOLEAN.box();
          case STRING_ARRAY -> listOf(ClassName.get(String.class));
          case LONG_ARRAY -> listOf(TypeName.LONG.box());
          case DOUBLE_ARRAY -> listOf(TypeName.DOUBLE.box());
          case BOOLEAN_ARRAY -> listOf(TypeName.BOOLEAN.box());
        };
    return FieldSpec.builder(
            ParameterizedTypeName.get(RuntimeTypes.ATTRIBUTE_KEY, type),
            name,
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer(
            "$T.$LKey($S)", RuntimeTypes.ATTRIBUTE_KEY, factory(attribute), attribute.key())
        .build();
  }

  private static TypeName listOf(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), element);
  }

  /** Returns the prefix of the key's factory method, such as {@code stringArray}. */
  private static String factory(Attribute attribute) {
    return attribute.keyType().name().toLowerCase(Locale.ROOT).replace("_array", "Array");
  }
}
