package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes that an interface declares for the methods that implement it. */
final class InterfaceAttributesTest {

  @Test
  void appliesAttributesOfTracedInterface() {
    CompiledSources compiled =
        CompiledSources.of(
            """
            package shop;
            import io.spanloom.*;
            @Traced interface Orders { String find(@SpanAttribute("order.id") int id); }
            class Stored implements Orders { @Override public String find(int key) { return "" + key; } }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Stored", compiled))
        .contains("AttributeKey.longKey(\"order.id\")", "(long) key");
  }

  @Test
  void appliesAttributesOfDefaultMethodToOverridingMethod() {
    CompiledSources compiled =
        CompiledSources.of(
            """
            package shop;
            import io.spanloom.*;
            class Main {
              @Traced interface Orders {
                default String find(@SpanAttribute("order.id") int id) { return "o" + id; }
              }
              interface Carts {
                @Traced default String find(@SpanAttribute("cart.id") int id) { return "c" + id; }
              }
              static class StoredOrders implements Orders {
                @Override public String find(int id) { return "order " + id; }
              }
              static class StoredCarts implements Carts {
                @Override public String find(int id) { return "cart " + id; }
              }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Main$Orders", compiled)).contains("\"order.id\"");
    assertThat(aspect("Main$StoredOrders", compiled)).contains("\"order.id\"");
    assertThat(aspect("Main$Carts", compiled)).contains("\"cart.id\"");
    assertThat(aspect("Main$StoredCarts", compiled)).contains("\"cart.id\"");
  }

  @Test
  void namesKeyAfterParameterOfInterface() {
    CompiledSources compiled =
        CompiledSources.of(
            """
            package shop;
            import io.spanloom.*;
            interface Orders { @Traced("orders.find") String find(@SpanAttribute int orderId); }
            class Stored implements Orders {
              @Override public String find(int id) { return "stored " + id; }
            }
            class Cached implements Orders {
              @Override public String find(int key) { return "cached " + key; }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Stored", compiled)).contains("longKey(\"orderId\")", "startFind(int id)");
    assertThat(aspect("Cached", compiled)).contains("longKey(\"orderId\")", "startFind(int key)");
  }

  @Test
  void namesKeyAfterImplementingParameterIfClassFileHasNoNames(@TempDir Path library)
      throws Exception {
    CompiledSources.by(
            CompiledSources.javac(),
            """
            package api;
            import io.spanloom.*;
            public interface Orders { @Traced String find(@SpanAttribute int orderId); }
            """)
        .storeClasses(library, Set.of());
    CompiledSources compiled =
        CompiledSources.by(
            CompiledSources.javac(new SpansProcessor())
                .withClasspath(CompiledSources.classPathWith(library)),
            """
            package shop;
            class Stored implements api.Orders {
              @Override public String find(int id) { return "stored " + id; }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(aspect("Stored", compiled)).contains("longKey(\"id\")");
  }

  private static String aspect(String type, CompiledSources compiled) {
    return compiled.generated().getOrDefault("shop/" + type + "_Spans.java", "");
  }
}
