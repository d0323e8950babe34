package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interaction with Lombok, which changes classes instead of generating new ones. */
@Tag("slow")
final class LombokTest {

  /** The positions of Lombok and Spanloom on the processor path. */
  enum Order {
    LOMBOK_FIRST,
    SPANLOOM_FIRST;

    CompiledSources compile(String... sources) {
      Processor lombok =
          ServiceLoader.load(Processor.class).stream()
              .filter(each -> each.type().getName().endsWith("Hider$AnnotationProcessor"))
              .findFirst()
              .orElseThrow()
              .get();
      Processor spanloom = new SpansProcessor();
      return CompiledSources.by(
          this == LOMBOK_FIRST
              ? CompiledSources.javac(lombok, spanloom)
              : CompiledSources.javac(spanloom, lombok),
          sources);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsGeneratedGetter(Order order) {
    CompiledSources compiled =
        order.compile(
            """
            package shop;
            import io.spanloom.*;
            import lombok.*;
            import lombok.experimental.FieldDefaults;
            class Orders {
              @Getter static class Plain { private String id; }
              @Value static class Immutable { String id; }
              @Getter @FieldDefaults(makeFinal = true, level = AccessLevel.PRIVATE)
              static class Hidden { String id = ""; }
              @Getter static class Visible { String id; }

              @Traced void plain(@SpanAttribute(value = "order.id", from = "id") Plain order) {}
              @Traced void call(@SpanAttribute(value = "order.id", from = "getId()") Plain order) {}
              @Traced void value(@SpanAttribute(value = "order.id", from = "id") Immutable order) {}
              @Traced void hidden(@SpanAttribute(value = "order.id", from = "id") Hidden order) {}
              @Traced void visible(@SpanAttribute(value = "order.id", from = "id") Visible order) {}
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Orders", compiled))
        .contains("startPlain(", "startCall(", "startValue(", "startHidden(", "startVisible(")
        .contains("order.getId()")
        .doesNotContain("order.id;", "order.id)");
  }

  @ParameterizedTest
  @EnumSource
  void tracesOnlyWrittenMethods(Order order) {
    CompiledSources compiled =
        order.compile(
            """
            package shop;
            import io.spanloom.Traced;
            import lombok.*;
            import lombok.experimental.Delegate;
            @Traced
            @Data
            @Builder(toBuilder = true)
            @With
            @AllArgsConstructor
            public class Cart {
              private String id;
              @Delegate private java.util.List<String> items;
              @Singular private java.util.Set<String> labels;
              @Synchronized public int count() { return items.size() + 1; }
              @SneakyThrows public void send() { Thread.sleep(id.length()); }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Cart", compiled))
        .contains("methods = {\n    \"count()I\",\n    \"send()V\"}");
    assertThat(compiled.generated()).containsOnlyKeys("shop/Cart_Spans.java");
  }

  @ParameterizedTest
  @EnumSource
  void tracesGeneratedImplementationOfAnnotatedInterface(Order order) {
    CompiledSources compiled =
        order.compile(
            """
            package shop;
            import io.spanloom.Traced;
            interface Named { @Traced String getName(); }
            @lombok.Getter class Customer implements Named { private String name; }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Customer", compiled)).contains("\"getName()Ljava/lang/String;\"");
  }

  @ParameterizedTest
  @EnumSource
  void tracesGeneratedMethodWithAnnotation(Order order) {
    CompiledSources compiled =
        order.compile(
            """
            package shop;
            class Customer {
              @lombok.Getter(onMethod_ = @io.spanloom.Traced) private String name;
              @Override public String toString() { return name; }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Customer", compiled)).contains("\"getName()Ljava/lang/String;\"");
  }

  @ParameterizedTest
  @EnumSource
  void reportsInvalidPathOnce(Order order) {
    CompiledSources compiled =
        order.compile(
            """
            package shop;
            import io.spanloom.*;
            class Orders {
              @lombok.Getter static class Order { private String id; }
              @Traced void place(@SpanAttribute(value = "order.id", from = "ident") Order order) {}
            }
            """);

    assertThat(compiled.problems()).hasSize(1);
    assertThat(compiled.problems().get(0).getMessage(null))
        .contains("[SPL018]", "has no member 'ident'. Its accessible members are 'getId()'");
  }

  @Test
  void generatesSameAspectsInBothOrders() {
    String source =
        """
        package shop;
        import io.spanloom.*;
        import lombok.*;
        import lombok.experimental.Accessors;
        import lombok.experimental.Delegate;
        import lombok.experimental.UtilityClass;
        @Traced
        @Value
        @Builder
        public class Orders {
          @NonNull String id;
          @Delegate java.util.List<String> items;
          public int total(@SpanAttribute(value = "n", from = "size()") Orders other) {
            val sum = other.size() + size();
            return sum;
          }
          public String first() { return get(0).trim(); }
          @UtilityClass public static class Tools { @Traced public int twice(int n) { return n * 2; } }
          @Accessors(fluent = true) @Getter @Setter public static class Fluent { int size; }
          @Traced void fluent(@SpanAttribute(value = "s", from = "size()") Fluent fluent) {}
        }
        """;
    SortedMap<String, String> lombokFirst = generated(Order.LOMBOK_FIRST, source);

    assertThat(lombokFirst)
        .containsOnlyKeys("shop/Orders_Spans.java", "shop/Orders$Tools_Spans.java");
    assertThat(generated(Order.SPANLOOM_FIRST, source)).isEqualTo(lombokFirst);
  }

  @Test
  void generatesAspectIfLombokDoesNotRun() {
    CompiledSources compiled =
        CompiledSources.of(
            """
            package shop;
            @lombok.Getter class Orders { @io.spanloom.Traced void place() {} }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Orders", compiled)).contains("startPlace()");
  }

  private static SortedMap<String, String> generated(Order order, String source) {
    CompiledSources compiled = order.compile(source);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.problems()).isEqualTo(List.of());
    return compiled.generated();
  }

  private static String aspect(String type, CompiledSources compiled) {
    return compiled.generated().getOrDefault("shop/" + type + "_Spans.java", "");
  }
}
