package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Parents and links that parameters cannot hand in. */
final class WrongParents {

  static final List<Wrong> ALL =
      Wrong.list(
          Wrong.error(
              "a parent or a link is what OpenTelemetry calls one",
              Code.CONTEXT_PARAMETER_TYPE,
              ": pass one of these",
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
                @Traced void d(^@SpanLink Span a, ^@SpanLink List<String> b, ^@SpanLink Optional<SpanContext> c) {}
                @Traced void right(
                    @ParentContext Context a, @SpanLink SpanContext b, @SpanLink Set<SpanContext> c) {}
              }
              """),
          Wrong.error(
              "a span has one parent at most",
              Code.TWO_PARENTS,
              "",
              """
              package shop;
              import io.opentelemetry.api.trace.*;
              import io.opentelemetry.context.Context;
              import io.spanloom.*;
              class Orders {
                @Traced void a(@ParentContext Context a, ^@ParentContext SpanContext b) {}
                @Traced(root = true) void b(^@ParentContext Context a) {}
                @WorkflowStep(as = WorkflowStep.Form.EVENTS) void c(^@ParentContext Context a) {}
                @WorkflowStep(as = WorkflowStep.Form.EVENTS) void d(^@SpanLink SpanContext a) {}
              }
              """),
          Wrong.error(
              "a parent or a link is that of a span",
              Code.STRAY_ATTRIBUTE,
              "has no span to go to",
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

  private WrongParents() {}
}
