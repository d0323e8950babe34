package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ForkedJvm;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Traced methods on virtual threads. */
@Tag("slow")
@EnabledForJreRange(min = JRE.JAVA_25)
final class VirtualThreadsTest {

  private static final String MAIN =
      """
      package shop;
      import io.opentelemetry.api.trace.*;
      import io.opentelemetry.context.Context;
      import io.opentelemetry.sdk.OpenTelemetrySdk;
      import io.opentelemetry.sdk.common.CompletableResultCode;
      import io.opentelemetry.sdk.trace.*;
      import io.spanloom.*;
      import io.spanloom.runtime.Spans;
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import jdk.jfr.Recording;
      import jdk.jfr.consumer.*;
      @PropagateContext
      public class Main {
        static final int THREADS = 100_000;
        /** One thread-local per thread that stays reachable would take more. */
        static final long LEAK = 100L * THREADS;
        static final LongAdder wrong = new LongAdder();
        static final LongAdder ended = new LongAdder();
        static final CountDownLatch released = new CountDownLatch(1);

        @Traced static void batch(int threads, boolean park) throws Exception {
          SpanContext batch = Span.current().getSpanContext();
          List<Thread> started = new ArrayList<>();
          for (int i = 0; i < threads; i++) {
            started.add(Thread.startVirtualThread(() -> outer(batch, park)));
          }
          released.countDown();
          for (Thread each : started) { each.join(); }
        }

        @Traced static void outer(SpanContext parent, boolean park) {
          Span span = Span.current();
          check(((ReadableSpan) span).getParentSpanContext().getSpanId().equals(parent.getSpanId()));
          inner(span.getSpanContext(), park);
          check(Span.current() == span);
        }

        @Traced static void inner(SpanContext parent, boolean park) {
          Span span = Span.current();
          check(((ReadableSpan) span).getParentSpanContext().getSpanId().equals(parent.getSpanId()));
          if (park) {
            try { released.await(); Thread.sleep(0, 1); } catch (InterruptedException e) { check(false); }
          }
          check(Span.current() == span);
        }

        static void check(boolean right) { if (!right) wrong.increment(); }

        static long heap() throws Exception {
          long used = Long.MAX_VALUE;
          for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(used,
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
          }
          return used;
        }

        public static void main(String[] args) throws Exception {
          SpanProcessor counter = new SpanProcessor() {
            public void onStart(Context context, ReadWriteSpan span) {}
            public boolean isStartRequired() { return false; }
            public void onEnd(ReadableSpan span) { ended.increment(); }
            public boolean isEndRequired() { return true; }
          };
          Spans.install(OpenTelemetrySdk.builder().setTracerProvider(
              SdkTracerProvider.builder().addSpanProcessor(counter).build()).build(), true);
          record(10_000);
          long before = heap();
          List<String> pinned = record(THREADS);
          System.out.println("wrong " + wrong.sum() + ", ended " + ended.sum() + ", pinned " + pinned
              + ", grown " + (heap() - before > LEAK));
        }

        static List<String> record(int threads) throws Exception {
          Path file = Files.createTempFile("pinned", ".jfr");
          try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withStackTrace().withThreshold(java.time.Duration.ZERO);
            recording.start();
            batch(threads, true);
            recording.stop();
            recording.dump(file);
          }
          List<String> pinned = new ArrayList<>();
          for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (isPinnedBySpanloom(event)) { pinned.add(event.toString()); }
          }
          Files.delete(file);
          return pinned;
        }

        /** The JVM pins each thread that waits for a class that another thread loads. */
        static boolean isPinnedBySpanloom(RecordedEvent event) {
          RecordedStackTrace trace = event.getStackTrace();
          if (trace == null) { return false; }
          List<String> frames = new ArrayList<>();
          for (RecordedFrame frame : trace.getFrames()) {
            frames.add(frame.getMethod().getType().getName() + "." + frame.getMethod().getName());
          }
          return frames.stream().anyMatch(each -> each.startsWith("io.spanloom"))
              && frames.stream().noneMatch("java.lang.ClassLoader.loadClass"::equals);
        }
      }
      """;

  @Test
  void traces100000VirtualThreadsWithoutPinningOrGrowth() throws Exception {
    Program program = Program.compile(MAIN).weave();

    String printed =
        ForkedJvm.of("shop.Main").with(program.classes()).options(List.of("-Xmx1g")).run();

    assertThat(printed).isEqualTo("wrong 0, ended 220002, pinned [], grown false\n");
  }

  @Test
  void forkedTasksOfStructuredScopeCarryContext() throws Exception {
    Program program =
        Program.compile(
                List.of("--release", "25", "--enable-preview"),
                """
                package shop;
                import io.opentelemetry.context.*;
                import io.spanloom.PropagateContext;
                import java.util.concurrent.*;
                @PropagateContext
                public class Main {
                  static final ContextKey<String> KEY = ContextKey.named("key");
                  public static void main(String[] args) throws Exception {
                    Context context = Context.root().with(KEY, "carried");
                    try (Scope current = context.makeCurrent(); var scope = StructuredTaskScope.open()) {
                      var called = scope.fork(() -> Context.current().get(KEY));
                      scope.fork(() -> System.out.println("run " + Context.current().get(KEY)));
                      scope.join();
                      System.out.println("called " + called.get());
                    }
                  }
                }
                """)
            .weave();

    String printed =
        ForkedJvm.of("shop.Main")
            .with(program.classes())
            .options(List.of("--enable-preview"))
            .run();

    assertThat(printed).isEqualTo("run carried\ncalled carried\n");
  }
}
