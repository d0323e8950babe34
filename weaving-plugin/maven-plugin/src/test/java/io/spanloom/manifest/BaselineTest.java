package io.spanloom.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Differences between a build and its committed baseline. */
@Tag("slow")
final class BaselineTest {

  private static final String IMPORTS = "import io.spanloom.*;\n";

  static Stream<Arguments> changes() {
    return Stream.of(
        change(
            "@Traced void place() {} @Traced void cancel() {}",
            "@Traced void place() {}",
            "[SPL221] Span 'Orders.cancel' was removed; shop.Orders.cancel() created it."),
        change(
            "@Traced void place() {}",
            "@Traced void place() {} @Traced(\"order.cancel\") void cancel(String id) {}",
            "[SPL220] Span 'order.cancel' was added by shop.Orders.cancel(String)."),
        change(
            "@Traced void place() {}",
            "@Traced(\"order.place\") void place() {}",
            "[SPL222] Span 'Orders.place' was renamed to 'order.place', in shop.Orders.place()."),
        change(
            "@Traced void place() {}",
            "@Traced(kind = io.opentelemetry.api.trace.SpanKind.CLIENT, root = true) void place() {}",
            "[SPL223] Span 'Orders.place' changed its kind from INTERNAL to CLIENT, in"
                + " shop.Orders.place().",
            "[SPL223] Span 'Orders.place' changed its root from false to true, in"
                + " shop.Orders.place()."),
        change(
            "@Traced void place(@SpanAttribute(\"order.id\") String id, int count) {}",
            "@Traced void place(String id, @SpanAttribute int count) {}",
            "[SPL225] Attribute 'order.id' of span 'Orders.place' was removed (string, from id), in"
                + " shop.Orders.place(String, int).",
            "[SPL224] Attribute 'count' of span 'Orders.place' was added (long, from count), in"
                + " shop.Orders.place(String, int)."),
        change(
            "@Traced void place(@SpanAttribute(\"order.id\") String id) {}",
            "@Traced void place(@SpanAttribute(\"order\") long id) {}",
            "[SPL226] Attribute 'order.id' of span 'Orders.place' was renamed to 'order', in"
                + " shop.Orders.place(long).",
            "[SPL227] Attribute 'order' of span 'Orders.place' changed its type from string to long,"
                + " in shop.Orders.place(long)."),
        change(
            "@Traced void place(@SpanAttribute(redact = SpanAttribute.Redact.HASH) String card) {}",
            "@Traced void place(@SpanAttribute String card) {}",
            "[SPL227] Attribute 'card' of span 'Orders.place' changed its redaction from hash to"
                + " none, in shop.Orders.place(String)."),
        change(
            tell("@AICall(provider = \"x\", model = \"m\")"),
            tell("@AICall(provider = \"x\", model = \"m\", streamSpan = true)"),
            "[SPL223] Span 'chat m' changed its child span of the stream from none to chat m stream,"
                + " in shop.Orders.tell()."),
        change(
            "@WorkflowStep(value = \"pay\", workflow = \"shop\") void pay() {}",
            "@WorkflowStep(value = \"pay\", workflow = \"checkout\") void pay() {}",
            "[SPL227] Attribute 'workflow.name' of span 'pay' changed its constant value from"
                + " \"shop\" to \"checkout\", in shop.Orders.pay()."));
  }

  private static String tell(String annotation) {
    return annotation
        + " @SuppressWarnings(\"SPL012\") java.util.stream.Stream<String> tell() { return null; }";
  }

  private static Arguments change(String before, String now, String... differences) {
    return Arguments.of(before, now, List.of(differences));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void reportsDifferencesThatUsersOfTelemetryNotice(
      String before, String now, List<String> differences, @TempDir Path folder) throws Exception {
    assertThat(compare(folder, orders(before), orders(now))).isEqualTo(differences);
  }

  @Test
  void ignoresWhereProgramCreatesSpan(@TempDir Path folder) throws Exception {
    List<String> differences =
        compare(
            folder,
            orders(
                "@Traced(\"a\") void place(@SpanAttribute(\"id\") String id) {}"
                    + " @Traced void cancel() {} @Traced(\"b\") void b() {}"),
            orders(
                "@Traced(\"a\") void send(@SpanAttribute(\"id\") String text) {}"
                    + " @Traced void cancel(boolean now) {}"),
            IMPORTS + "class Bills { @Traced(\"b\") static void make() {} }");

    assertThat(differences).isEmpty();
  }

  @Test
  void distinguishesSpansOfSameNameByMethod(@TempDir Path folder) throws Exception {
    String two = "@Traced(\"a\") void one(@SpanAttribute int x) {} @Traced(\"a\") void two() {}";

    assertThat(compare(folder, orders(two), orders(two))).isEmpty();
    assertThat(compare(folder.resolve("less"), orders(two), orders("@Traced(\"a\") void two() {}")))
        .containsExactly("[SPL221] Span 'a' was removed; shop.Orders.one(int) created it.");
  }

  @Test
  void ignoresWeavingState(@TempDir Path folder) throws Exception {
    Build build = Build.of(folder, orders("@Traced void place() {}"));
    Path before = folder.resolve("before.json");
    Path after = folder.resolve("after.json");
    build.manifest().accept(before);
    build.weave().manifest().accept(after);

    assertThat(after).hasSameTextualContentAs(before);
    assertThat(Files.readString(before)).doesNotContain("woven");
    assertThat(build.manifest().compare(before)).isEmpty();
  }

  private static String orders(String methods) {
    return IMPORTS + "class Orders { " + methods + " }";
  }

  private static List<String> compare(Path folder, String before, String... now) throws Exception {
    Path baseline = folder.resolve("src/main/spanloom/spans.json");
    Build.of(folder.resolve("before"), before).manifest().accept(baseline);
    return Build.of(folder.resolve("now"), now).manifest().compare(baseline).stream()
        .map(Problem::toString)
        .toList();
  }
}
