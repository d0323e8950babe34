package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor leaves sources that do not compile to javac. */
@Tag("slow")
final class BrokenSourceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Traced void m() { int x = \"no\"; }",
        "@Traced void m() { missing(); }",
        "@Traced void m(Missing m) {}",
        "@Traced void m(java.util.List<Missing> m) {}",
        "@Traced void m(@SpanAttribute Missing m) {}",
        "@Traced Missing m() { return null; }",
        "@Traced void m() throws Missing {}",
        "@Traced <T extends Missing> T m() { return null; }",
        "@Traced int m() {}",
        "@Traced void m() {} @Traced void m() {}",
        "@Traced @Traced void m() {}",
        "@Traced(nope = 1) void m() {}",
        "@Traced(5) void m() {}",
        "@Traced void m(@SpanAttribute(from = 5) Orders p) {}",
        "@Traced void m(@SpanAttribute(value = \"k\", from = \"a().b()\") Missing p) {}",
        "@Traced void m(@SpanAttribute(value = \"k\", from = \"a().b()\") Orders p) {} Missing a() { return null; }",
        "@Traced(null) void m() {}",
        "@Traced({\"a\", \"b\"}) void m() {}",
        "@Traced(\"a\" + Missing.B) void m() {}",
        "@Traced(NOT_CONSTANT) void m() {} static final String NOT_CONSTANT = \"\" + new Object();",
        "@Traced(value = \"a\", value = \"b\") void m() {}",
        "@Traced(kind = io.opentelemetry.api.trace.SpanKind.NOPE) void m() {}",
        "@Traced(kind = \"CLIENT\") void m() {}",
        "@Traced(kind = null) void m() {}",
        "@Traced(root = 1) void m() {}",
        "@Traced(expected = Missing.class) void m() {}",
        "@Traced(expected = String.class) void m() {}",
        "@Traced(expected = {Error.class, null}) void m() {}",
        "@Traced(expected = int.class) void m() {}",
        "interface I { @Traced default void m(); }",
        "@WorkflowStep(as = WorkflowStep.Form.NOPE) void m() {}",
        "@AICall(provider = 5) void m() {}",
        "@AICall(provider = \"x\", operation = AICall.Operation.NOPE) void m() {}",
        "@AICall(provider = \"x\", temperature = \"hot\") void m() {}",
        "@AICall Orders() {}",
        "@Traced int field;",
        "void m(@Traced String p) {}",
        "void m(@SpanAttribute(5) String p) {}",
        "@Traced void m(@SpanAttribute String p, @SpanAttribute String p) {}",
        "@Traced void m(@SpanAttribute String) {}",
        "@Missing @Traced void m() {}",
        "@Traced void m();",
        "@Traced private abstract void m();",
        "class Inner extends Inner { @Traced void m() {} }",
        "class A extends B { @Traced A m() { return this; } } class B extends A {}",
        "enum E { A; @Traced public E() {} @Traced E(Missing m) {} }",
        "record R(@SpanAttribute int a, int a) { @Traced R {} }",
        "record R(int a) { @Traced R(long b) {} }",
        "sealed interface S permits Missing { @Traced default void m() {} }",
        "@Traced void m(Orders<String> o) {}",
        "static class G<T extends G<T>> { @Traced G<String> m(T[] t) { return null; } }",
      })
  void leavesInvalidMemberToJavac(String member) {
    assertOnlyJavacReportsErrors(
        "package shop;\nimport io.spanloom.*;\nabstract class Orders {\n"
            + member
            + "\n@Traced void good() {}\n}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@io.spanloom.Traced\npackage shop;\nclass Orders {}",
        "package shop;\nclass Orders { @io.spanloom.Traced void m( }",
        "package shop;\nimport missing.*;\nclass Orders { @io.spanloom.Traced void m() {} }",
        "package shop;\nimport io.spanloom.Trcd;\nclass Orders { @Trcd void m() {} }",
        "package shop;\nclass Orders { @io.spanloom.Traced void m() {} }\nclass Orders {}",
        "package shop;\nclass Orders { @Traced void m() {} }",
        "package java.lang;\nclass Orders { @io.spanloom.Traced void m() {} }",
        "package shop;\nclass Orders extends Missing { @io.spanloom.Traced void m() {} }",
        "package shop;\n@Missing\nclass Orders { @io.spanloom.Traced void m() {} }",
        "package shop;\n@SuppressWarnings(5)\nclass Orders { @io.spanloom.Traced void m() {} }",
      })
  void leavesInvalidFileToJavac(String source) {
    assertOnlyJavacReportsErrors(source);
  }

  @Test
  void acceptsLibraryWithMissingSupertypes(@TempDir Path library) throws IOException {
    CompiledSources.by(
            CompiledSources.javac(),
            """
            package lib;
            public class Child extends Base implements Marker {}
            class Base extends java.util.concurrent.CompletableFuture<String> {}
            interface Marker {}
            """)
        .storeClasses(library, Set.of("lib/Base.class", "lib/Marker.class"));

    CompiledSources compiled =
        CompiledSources.by(
            CompiledSources.javac(new SpansProcessor())
                .withClasspath(CompiledSources.classPathWith(library)),
            """
            package shop;
            import io.spanloom.Traced;
            class Orders {
              @Traced lib.Child place(lib.Child child) { return child; }
            }
            """);

    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.generated()).containsKey("shop/Orders_Spans.java");
  }

  private static void assertOnlyJavacReportsErrors(String source) {
    Set<String> withoutProcessor =
        CompiledSources.by(CompiledSources.javac(), source).javacErrorPositions();
    CompiledSources withProcessor = CompiledSources.of(source);

    assertThat(withoutProcessor).isNotEmpty();
    assertThat(withProcessor.javacErrorPositions()).isEqualTo(withoutProcessor);
    assertThat(withProcessor.problems()).isEmpty();
  }
}
