package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Spans that cannot be, or tell less than they seem to. */
final class WrongSpans {

  static final List<Wrong> ALL =
      Wrong.list(
          Wrong.error(
              "an expected exception is visible to the aspect",
              Code.UNNAMEABLE_TYPE,
              "Make it visible there, or name a visible type that it extends",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders {
                private static class Refused extends RuntimeException {}
                private static class Hidden { static class Lost extends Refused {} }
                static class Known extends Refused {}
                @Traced(expected = Refused^.class) void one() {}
                @Traced(expected = {Known.class, Hidden.Lost^.class, Error.class}) void two() {}
              }
              """),
          Wrong.error(
              "a protected exception of a superclass elsewhere is not visible to the aspect",
              Code.UNNAMEABLE_TYPE,
              "not visible to the other classes of this package",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders extends base.Base {
                @Traced(expected = Refused^.class) void place() {}
              }
              """,
              """
              package base;
              public class Base {
                protected static class Refused extends RuntimeException {}
              }
              """),
          Wrong.error(
              "events have no attributes of their own",
              Code.EVENTS_WITHOUT_ATTRIBUTES,
              "Make the step a span (as = SPAN), or remove the attribute",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(as = WorkflowStep.Form.EVENTS)
                void pack(^@SpanAttribute String id, int count, @SpanAttribute(^"x") long weight) {}
              }
              """),
          Wrong.warning(
              "an AI call's answer tells something of itself",
              Code.NOTHING_TO_READ,
              "Return the client's own answer, such as LangChain4j's ChatResponse. Or say that it is"
                  + " meant: @SuppressWarnings(\"SPL012\").",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              import java.util.concurrent.CompletableFuture;
              class Orders {
                ^@AICall(provider = "x") String text() { return ""; }
                ^@AICall(provider = "x") void nothing() {}
                ^@AICall(provider = "x") int[] numbers() { return null; }
                ^@AICall(provider = "x") CompletableFuture<ChatResponse> later() { return null; }
                @AICall(provider = "x") ChatResponse answer() { return null; }
                @SuppressWarnings({"unused", "SPL012"})
                @AICall(provider = "x") String knownOfTheMethod() { return ""; }
                @SuppressWarnings("SPL012")
                static class Known { @AICall(provider = "x") String ofTheClass() { return ""; } }
                @SuppressWarnings("SPL013")
                ^@AICall(provider = "x") String another() { return ""; }
                @AICall(provider = "x", operation = AICall.Operation.EXECUTE_TOOL)
                String tool() { return ""; }
                @AICall(provider = "x", operation = AICall.Operation.INVOKE_AGENT)
                String agent() { return ""; }
              }
              """),
          Wrong.error(
              "a temperature is a number from 0 up",
              Code.TEMPERATURE,
              "Write a number from 0 up, or leave the member out",
              """
              package shop;
              import dev.langchain4j.model.chat.response.ChatResponse;
              import io.spanloom.AICall;
              abstract class Orders {
                @AICall(provider = "x", temperature = ^-0.1) ChatResponse a() { return null; }
                @AICall(provider = "x", temperature = Double^.POSITIVE_INFINITY)
                ChatResponse b() { return null; }
                @AICall(provider = "x", temperature = 0) ChatResponse c() { return null; }
                @AICall(provider = "x", temperature = Double.NaN) ChatResponse d() { return null; }
              }
              """));

  private WrongSpans() {}
}
