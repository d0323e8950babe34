package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Attributes with an invalid key, source or type. */
final class InvalidAttributes {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "keys are unique",
              Code.DUPLICATE_KEY,
              "is already used by parameter 'a', and a span keeps only one value per key. Choose"
                  + " another key for one of them.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void explicit(
                    @SpanAttribute("id") String a, @SpanAttribute(^"id") String b) {}
                @Traced void implicit(@SpanAttribute String a, @SpanAttribute(^"a") long b) {}
                @Traced void implicitSecond(@SpanAttribute("b") long a, ^@SpanAttribute String b) {}
                @Traced void three(
                    @SpanAttribute("id") String a,
                    @SpanAttribute(^"id") String b,
                    @SpanAttribute(^"id") String c) {}
              }
              """),
          InvalidSource.error(
              "keys of every span are reserved",
              Code.RESERVED_KEY,
              "is reserved, because Spanloom sets it on the spans of @Traced. Choose another key.",
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
          InvalidSource.error(
              "keys of workflow steps are reserved",
              Code.RESERVED_KEY,
              "is reserved, because Spanloom sets it on the spans of @WorkflowStep. Choose another"
                  + " key.",
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
          InvalidSource.error(
              "keys of AI calls are reserved",
              Code.RESERVED_KEY,
              "is reserved, because Spanloom sets it on the spans of @AICall. Choose another key.",
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
          InvalidSource.error(
              "values have a supported type",
              Code.UNSUPPORTED_TYPE,
              "Pass a supported type, read one by a path (from = \"id()\"), or use from ="
                  + " \"toString()\" if the text is safe.",
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
                @Traced void i(@SpanAttribute(value = "k", from = ^"iterator()") Set<String> a) {}
                static class Nested extends ArrayList<Nested> {}
              }
              """),
          InvalidSource.error(
              "values do not carry content",
              Code.UNSUPPORTED_TYPE,
              "can carry message content. Read a property such as the length instead: from ="
                  + " \"length\" or from = \"size()\".",
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
                @Traced void valid(@SpanAttribute(value = "size", from = "length") byte[] a) {}
              }
              """),
          InvalidSource.error(
              "an attribute has a single source",
              Code.AMBIGUOUS_SOURCE,
              "cannot be combined, because an attribute has a single value. Keep one of them.",
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
          InvalidSource.error(
              "an attribute on a method requires a source",
              Code.AMBIGUOUS_SOURCE,
              "@SpanAttribute on a method requires a source, because no parameter supplies the value."
                  + " Set from = \"…\" (a path that starts with a parameter, this or result),"
                  + " literal = \"…\" or baggage = \"…\".",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced ^@SpanAttribute("k") void a() {}
                @Traced ^@SpanAttribute ^@SpanAttribute("k") void b() {}
              }
              """),
          InvalidSource.error(
              "the message names the members that are combined",
              Code.AMBIGUOUS_SOURCE,
              "Members 'from' and 'literal' cannot be combined",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(from = ^"length()", literal = "x") String a) {}
              }
              """),
          InvalidSource.error(
              "only parameters and paths are redacted",
              Code.AMBIGUOUS_SOURCE,
              "'redact' applies only to the value of a parameter or a path. A literal remains readable in"
                  + " the source code, and a baggage entry has already reached other services. Remove"
                  + " 'redact' or the attribute.",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.SpanAttribute.Redact;
              import io.spanloom.Traced;
              class Orders {
                @Traced @SpanAttribute(value = "k", literal = ^"x", redact = Redact.HASH) void a() {}
                @Traced @SpanAttribute(baggage = ^"user.id", redact = Redact.MASK) void b() {}
                @Traced @SpanAttribute(value = "k", literal = "x", redact = Redact.NONE) void c() {}
              }
              """),
          InvalidSource.error(
              "an attribute on a method requires a key",
              Code.BLANK_NAME,
              "@SpanAttribute on a method requires a key, because no parameter supplies the name."
                  + " Set one: @SpanAttribute(value = \"…\", …).",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced ^@SpanAttribute(from = "a.length()") void a(String a) {}
                @Traced @SpanAttribute(baggage = "user.id") void b() {}
              }
              """));

  private InvalidAttributes() {}
}
