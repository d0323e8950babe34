package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Annotations on types, packages and interfaces, in large and unusual sources. */
@Tag("slow")
final class SharedAnnotationsTest {

  private static final String PACKAGE = "@io.spanloom.Traced\npackage shop;";

  @Test
  void tracesPackageWithTwoThousandTypes() {
    int types = 2_000;
    Compiler javac = CompiledSources.javac(new SpansProcessor()).withOptions("-proc:only");

    CompiledSources compiled =
        CompiledSources.by(
            javac,
            Stream.concat(
                    Stream.of(PACKAGE),
                    IntStream.range(0, types)
                        .mapToObj(
                            i ->
                                "package shop;\npublic class Type%d { public int work(int x) { return x + %1$d; } }"
                                    .formatted(i)))
                .toArray(String[]::new));

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated()).hasSize(types);
  }

  @Test
  void packageAnnotationDoesNotApplyToSubpackages() {
    CompiledSources compiled =
        CompiledSources.of(
            PACKAGE,
            "package shop.inner;\npublic class Other { public int work() { return hashCode(); } }");

    assertThat(compiled.generated()).isEmpty();
  }

  @Test
  void resolvesPathsOverRecursiveGenerics() {
    CompiledSources compiled =
        CompiledSources.of(
            """
            package shop;
            import io.spanloom.*;
            import java.util.*;
            @Traced
            class Node<T extends Comparable<T> & Runnable, N extends Node<T, N>> {
              N next;
              T value;
              List<? super N> others;
              @SpanAttribute(value = "next", from = "this.next.next.next.value.toString()")
              @SpanAttribute(value = "others", from = "this.others.size()")
              public N walk(@SpanAttribute(value = "count", from = "size()") Map<N, ? extends List<? super T>> map) {
                return map.isEmpty() ? next : null;
              }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated().get("shop/Node_Spans.java"))
        .contains("private static void addNext(SpanStart start, Node<?, ?> self)");
  }

  @Test
  void mostSpecificInterfaceAnnotationApplies() {
    CompiledSources compiled =
        CompiledSources.of(
            """
            package shop;
            import io.spanloom.*;
            interface Reader { @Traced("read") String get(); }
            interface Finder extends Reader { @Traced("find") String get(); }
            class Orders implements Finder, Reader {
              @Override public String get() { return ""; }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    String aspect = compiled.generated().get("shop/Orders_Spans.java");
    assertThat(List.of(aspect.split("SpanSite.of", -1))).hasSize(2);
    assertThat(aspect).contains("SpanSite.of(\"find\"");
  }
}
