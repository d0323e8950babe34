package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TracedTest {

  @Test
  void usesNameAndKindOfAnnotation() {
    ComparedRun compared =
        ComparedRun.run(
            "Kinds",
            """
            import io.opentelemetry.api.trace.SpanKind;
            import io.spanloom.Traced;
            public class Kinds {
              static final String NAME = "a constant's " + "name";
              @Traced(kind = SpanKind.SERVER) static void server() {}
              @Traced(kind = SpanKind.CLIENT, value = "client") static void client() {}
              @Traced(kind = SpanKind.PRODUCER) static void producer() {}
              @Traced(kind = SpanKind.CONSUMER) static void consumer() {}
              @Traced(value = NAME, kind = SpanKind.INTERNAL) static void internal() {}
              @Traced("$L \\"quoted\\" \\\\ %s {x} $$T") static void odd() {}
              public static Object run() { server(); client(); producer(); consumer(); internal(); odd(); return 1; }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Kinds.server SERVER
            client CLIENT
            Kinds.producer PRODUCER
            Kinds.consumer CONSUMER
            a constant's name
            $L "quoted" \\ %s {x} $$T
            """);
  }

  @Test
  void rootSpanStartsTraceAndLinksCallerSpan() {
    ComparedRun compared =
        ComparedRun.run(
            "Roots",
            """
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            public class Roots {
              @Traced static void outer() { job(1); after(); }
              @Traced(root = true) static void job(@SpanAttribute int n) { inner(); }
              @Traced static void inner() {}
              @Traced static void after() {}
              public static Object run() { job(0); outer(); return 1; }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Roots.job {n=0}
              Roots.inner
            Roots.outer
              Roots.after
            Roots.job {n=1}
              Roots.inner
            """);
    List<SpanData> spans = compared.spans();
    SpanData alone = spans.get(0);
    SpanData outer = spans.get(2);
    SpanData job = spans.get(3);
    assertThat(alone.getLinks()).isEmpty();
    assertThat(job.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(job.getTraceId()).isNotEqualTo(outer.getTraceId());
    assertThat(job.getLinks()).hasSize(1);
    assertThat(job.getLinks().get(0).getSpanContext()).isEqualTo(outer.getSpanContext());
  }

  @Test
  void expectedExceptionsAreNotErrors() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Expecting",
            """
            package shop;
            import io.spanloom.Traced;
            import java.io.*;
            import java.util.*;
            public class Expecting {
              static class NotFound extends Exception { NotFound() { super("not found"); } }
              static class Gone extends NotFound {}
              @Traced(expected = {NotFound.class, IllegalArgumentException.class})
              static void find(Exception e) throws Exception { throw e; }
              @Traced(expected = Throwable.class) static void anything(Throwable e) throws Throwable { throw e; }
              interface Body { void run() throws Throwable; }
              public static Object run() {
                List<Object> log = new ArrayList<>();
                for (Body body : List.<Body>of(() -> find(new NotFound()), () -> find(new Gone()),
                    () -> find(new NumberFormatException("n")), () -> find(new Exception("cause", new NotFound())),
                    () -> find(new IOException("io")), () -> anything(new StackOverflowError("made")))) {
                  try { body.run(); } catch (Throwable e) { log.add(e); }
                }
                return log;
              }
            }
            """);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Expecting.find
            Expecting.find
            Expecting.find
            Expecting.find ERROR {error.type=java.lang.Exception}\
             [exception {exception.message=cause, exception.type=java.lang.Exception}]
            Expecting.find ERROR {error.type=java.io.IOException}\
             [exception {exception.message=io, exception.type=java.io.IOException}]
            Expecting.anything
            """);
  }

  @Test
  void recordsTypeMessageAndStackTraceOfError() {
    ComparedRun compared =
        ComparedRun.run(
            "shop.Erring",
            """
            package shop;
            import io.spanloom.Traced;
            public class Erring {
              static class Nested extends RuntimeException {
                Nested(String message, Throwable cause) { super(message, cause); }
              }
              @Traced static void fail() { throw new Nested("why", new IllegalStateException("because")); }
              @Traced static void anonymous() { throw new RuntimeException("anonymous") {}; }
              public static Object run() {
                try { fail(); } catch (Nested e) { /* goes on */ }
                anonymous();
                return 1;
              }
            }
            """);

    SpanData span = compared.spans().get(0);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("shop.Erring$Nested");
    assertThat(
            span.getEvents().get(0).getAttributes().get(AttributeKey.stringKey("exception.type")))
        .isEqualTo("shop.Erring.Nested");
    assertThat(
            span.getEvents()
                .get(0)
                .getAttributes()
                .get(AttributeKey.stringKey("exception.stacktrace")))
        .startsWith("shop.Erring$Nested: why")
        .contains(
            "at shop.Erring.fail(Erring.java:7)", "Caused by: java.lang.IllegalStateException");
    assertThat(compared.attributes(1).get(AttributeKey.stringKey("error.type")))
        .isEqualTo("shop.Erring$1");
  }

  @Test
  void doesNotAffectOtherThreads() {
    ComparedRun compared =
        ComparedRun.run(
            "Threads",
            """
            import io.opentelemetry.context.Context;
            import io.spanloom.Traced;
            public class Threads {
              @Traced static void outer() throws Exception {
                Thread alone = new Thread(Threads::inner);
                alone.start();
                alone.join();
                Thread along = new Thread(Context.current().wrap(Threads::inner));
                along.start();
                along.join();
              }
              @Traced static void inner() {}
              public static Object run() throws Exception { outer(); return 1; }
            }
            """);

    assertThat(compared.tree()).isEqualTo("Threads.outer\n  Threads.inner\nThreads.inner\n");
  }
}
