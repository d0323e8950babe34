package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Invalid uses of {@code @ParentContext} and {@code @SpanLink}. */
final class InvalidContextParameters {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "a parent is a Context, a SpanContext or a Map of headers",
              Code.CONTEXT_PARAMETER_TYPE,
              "cannot be a parent. @ParentContext requires an OpenTelemetry Context or SpanContext,"
                  + " or a Map of headers whose keys are Strings.",
              """
              package shop;
              import io.opentelemetry.api.trace.*;
              import io.opentelemetry.context.Context;
              import io.spanloom.*;
              import java.util.*;
              class Orders {
                @Traced void a(^@ParentContext String a) {}
                @Traced void b(^@ParentContext Span a) {}
                @Traced void c(^@ParentContext List<SpanContext> a) {}
                @Traced void d(^@ParentContext Map<Integer, String> a) {}
                @Traced void e(^@ParentContext Map<?, ?> a) {}
                @Traced void f(^@ParentContext Map a) {}
                @Traced <K, V> void g(^@ParentContext Map<K, V> a) {}
                @Traced void h(^@ParentContext Optional<Map<String, String>> a) {}
                @Traced void valid(@ParentContext Context a) {}
                @Traced void headers(@ParentContext Map<String, String> a) {}
                @Traced void values(@ParentContext TreeMap<String, List<?>> a) {}
                @Traced void wildcard(@ParentContext Map<? extends String, ?> a) {}
                @Traced <M extends Map<String, Object>> void variable(@ParentContext M a) {}
                @Traced void own(@ParentContext Headers a) {}
                interface Headers extends Map<String, Object> {}
              }
              """),
          InvalidSource.error(
              "a link is a Context, a SpanContext or a collection of SpanContexts",
              Code.CONTEXT_PARAMETER_TYPE,
              "cannot be a link. @SpanLink requires an OpenTelemetry Context or SpanContext, or a"
                  + " collection of SpanContexts.",
              """
              package shop;
              import io.opentelemetry.api.trace.*;
              import io.opentelemetry.context.Context;
              import io.spanloom.*;
              import java.util.*;
              class Orders {
                @Traced void a(^@SpanLink Span a, ^@SpanLink List<String> b, ^@SpanLink Optional<SpanContext> c) {}
                @Traced void b(^@SpanLink Map<String, String> a) {}
                @Traced void valid(
                    @ParentContext Context a, @SpanLink SpanContext b, @SpanLink Set<SpanContext> c) {}
              }
              """),
          InvalidSource.error(
              "the message names the parameter and its type",
              Code.CONTEXT_PARAMETER_TYPE,
              "Parameter 'traceparent' of type java.lang.String cannot be a parent.",
              """
              package shop;
              import io.spanloom.*;
              class Orders {
                @Traced void a(^@ParentContext String traceparent) {}
              }
              """),
          InvalidSource.error(
              "a span has a single parent",
              Code.CONFLICTING_PARENT,
              "Parameter 'b' cannot be a parent, because a span has a single parent, and 'a' already"
                  + " is. Keep one @ParentContext, or change this one to @SpanLink.",
              """
              package shop;
              import io.opentelemetry.api.trace.*;
              import io.opentelemetry.context.Context;
              import io.spanloom.*;
              class Orders {
                @Traced void a(@ParentContext Context a, ^@ParentContext SpanContext b) {}
              }
              """),
          InvalidSource.error(
              "a root span has no parent",
              Code.CONFLICTING_PARENT,
              "Parameter 'a' cannot be a parent, because the span starts a new trace (root = true)."
                  + " Remove one of the two, or change the annotation to @SpanLink.",
              """
              package shop;
              import io.opentelemetry.context.Context;
              import io.spanloom.*;
              class Orders {
                @Traced(root = true) void b(^@ParentContext Context a) {}
              }
              """),
          InvalidSource.error(
              "events have no parent and no links",
              Code.CONFLICTING_PARENT,
              "cannot have a parent or links, because it only records events on the current span."
                  + " Make the step a span (as = SPAN), or remove the annotation.",
              """
              package shop;
              import io.opentelemetry.api.trace.*;
              import io.opentelemetry.context.Context;
              import io.spanloom.*;
              class Orders {
                @WorkflowStep(as = WorkflowStep.Form.EVENTS) void c(^@ParentContext Context a) {}
                @WorkflowStep(as = WorkflowStep.Form.EVENTS) void d(^@SpanLink SpanContext a) {}
              }
              """),
          InvalidSource.error(
              "a parent, a link and a constant attribute require a span",
              Code.NOT_TRACED,
              "requires a span, but",
              """
              package shop;
              import io.opentelemetry.api.trace.*;
              import io.opentelemetry.context.Context;
              import io.spanloom.*;
              class Orders {
                void a(^@ParentContext Context a, ^@SpanLink SpanContext b) {}
                @SpanAttribute(value = ^"k", literal = "v") void b() {}
              }
              """));

  private InvalidContextParameters() {}
}
