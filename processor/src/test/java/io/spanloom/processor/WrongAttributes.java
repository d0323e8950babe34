package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Attributes that a span cannot keep. */
final class WrongAttributes {

  static final List<Wrong> ALL =
      Wrong.list(
          Wrong.error(
              "two attributes do not share a key",
              Code.DUPLICATE_KEY,
              "is taken by parameter a, and a span keeps one value for a key. Give one of the two"
                  + " another key",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void written(
                    @SpanAttribute("id") String a, @SpanAttribute(^"id") String b) {}
                @Traced void implied(@SpanAttribute String a, @SpanAttribute(^"a") long b) {}
                @Traced void impliedLater(@SpanAttribute("b") long a, ^@SpanAttribute String b) {}
                @Traced void three(
                    @SpanAttribute("id") String a,
                    @SpanAttribute(^"id") String b,
                    @SpanAttribute(^"id") String c) {}
              }
              """),
          Wrong.error(
              "a key of every span is not taken by an attribute",
              Code.RESERVED_KEY,
              "is set by Spanloom on the spans of @Traced, and a span keeps one value for a key."
                  + " Choose another key.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(^"code.function.name") String id) {}
                @Traced void b(@SpanAttribute(^"error.type") String id) {}
                @Traced void other(
                    @SpanAttribute("workflow.name") String a,
                    @SpanAttribute("gen_ai.provider.name") String b) {}
              }
              """),
          Wrong.error(
              "a key of a step's span is not taken by an attribute",
              Code.RESERVED_KEY,
              "is set by Spanloom on the spans of @WorkflowStep",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep void a(@SpanAttribute(^"workflow.step.name") String id) {}
                @WorkflowStep void b(@SpanAttribute(^"workflow.step.outcome") String id) {}
                @WorkflowStep(workflow = "x")
                void c(@SpanAttribute(^"workflow.name") String id) {}
                @WorkflowStep void free(@SpanAttribute("workflow.name") String id) {}
              }
              """),
          Wrong.error(
              "a key of an AI call's span is not taken by an attribute",
              Code.RESERVED_KEY,
              "is set by Spanloom on the spans of @AICall",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              import io.spanloom.SpanAttribute;
              abstract class Orders {
                @AICall(provider = "x", model = "m", phase = "p", temperature = 1)
                ChatResponse fixed(
                    @SpanAttribute(^"gen_ai.request.model") String a,
                    @SpanAttribute(^"gen_ai.request.temperature") double b,
                    @SpanAttribute(^"ai.prompt.phase") String c,
                    @SpanAttribute(^"gen_ai.usage.input_tokens") int d) { return null; }
                @AICall(provider = "x")
                ChatResponse free(
                    @SpanAttribute("gen_ai.request.model") String a,
                    @SpanAttribute("gen_ai.request.temperature") double b,
                    @SpanAttribute("ai.prompt.phase") String c) { return null; }
              }
              """),
          Wrong.error(
              "a value of any type does not become an attribute",
              Code.UNSUPPORTED_TYPE,
              "Attributes can be String, the primitive types and their boxes, enums and"
                  + " java.util.UUID: pass one of these",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              import java.util.*;
              class Orders<T, C extends Comparable<C>> {
                @Traced void a(^@SpanAttribute Object a, ^@SpanAttribute CharSequence b) {}
                @Traced void b(^@SpanAttribute T a, @SpanAttribute(^"c") C b) {}
                @Traced void c(^@SpanAttribute List<String> a, ^@SpanAttribute Optional<String> b) {}
                @Traced void d(^@SpanAttribute int[] a, ^@SpanAttribute String... b) {}
                @Traced void e(^@SpanAttribute java.math.BigDecimal a, ^@SpanAttribute Void b) {}
                @Traced void f(^@SpanAttribute Number a, ^@SpanAttribute byte[] b) {}
                @Traced <N extends Integer & Comparable<Integer>, R extends Runnable & List<R>>
                void g(@SpanAttribute N a, ^@SpanAttribute R b) {}
              }
              """));

  private WrongAttributes() {}
}
