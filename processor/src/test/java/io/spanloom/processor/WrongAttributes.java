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
              "pass one of these, say a path to one (from = \"id()\"), or say from ="
                  + " \"toString()\" if its text is meant",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              import java.util.*;
              class Orders<T, C extends Comparable<C>> {
                @Traced void a(^@SpanAttribute Object a, ^@SpanAttribute CharSequence b) {}
                @Traced void b(^@SpanAttribute T a, ^@SpanAttribute("c") C b) {}
                @Traced void c(^@SpanAttribute List<Object> a, ^@SpanAttribute Optional<T> b) {}
                @Traced void d(^@SpanAttribute int[][] a, ^@SpanAttribute T... b) {}
                @Traced void e(^@SpanAttribute java.math.BigDecimal a, ^@SpanAttribute Void b) {}
                @Traced void f(^@SpanAttribute Number a, ^@SpanAttribute Map<String, String> b) {}
                @Traced <N extends Integer & Comparable<Integer>, R extends Runnable & List<R>>
                void g(@SpanAttribute N a, ^@SpanAttribute R b) {}
                @Traced void h(^@SpanAttribute Nested a, ^@SpanAttribute List<List<String>> b) {}
                @Traced void i(@SpanAttribute(value = "k", ^from = "iterator()") Set<String> a) {}
                static class Nested extends ArrayList<Nested> {}
              }
              """
                  .replace("^from = ", "from = ^")),
          Wrong.error(
              "content does not become an attribute",
              Code.UNSUPPORTED_TYPE,
              "Take what is said about it, such as its length: from = \"length\" or from ="
                  + " \"size()\"",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              import java.util.*;
              class Orders {
                @Traced void a(^@SpanAttribute byte[] a, ^@SpanAttribute char... b) {}
                @Traced void b(^@SpanAttribute java.io.InputStream a, ^@SpanAttribute java.io.FileReader b) {}
                @Traced void c(^@SpanAttribute java.nio.ByteBuffer a) {}
                @Traced void d(^@SpanAttribute java.util.stream.Stream<String> a) {}
                @Traced void right(@SpanAttribute(value = "size", from = "length") byte[] a) {}
              }
              """),
          Wrong.error(
              "an attribute has one source",
              Code.UNCLEAR_SOURCE,
              "Keep one of these members",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(from = ^"length()", literal = "x") String a) {}
                @Traced void b(@SpanAttribute(literal = ^"x", baggage = "y") String a) {}
                @Traced @SpanAttribute(value = "k", from = ^"this", literal = "x") void c() {}
              }
              """),
          Wrong.error(
              "an attribute of a method says its source",
              Code.UNCLEAR_SOURCE,
              "Write from = \"…\" (a path that begins with a parameter, this or result), literal ="
                  + " \"…\" or baggage = \"…\"",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced ^@SpanAttribute("k") void a() {}
                @Traced ^@SpanAttribute ^@SpanAttribute("k") void b() {}
              }
              """),
          Wrong.error(
              "an attribute of a method has a key",
              Code.BLANK_NAME,
              "Write one: @SpanAttribute(value = \"…\", …)",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced ^@SpanAttribute(from = "a.length()") void a(String a) {}
                @Traced @SpanAttribute(baggage = "user.id") void b() {}
              }
              """));

  private WrongAttributes() {}
}
