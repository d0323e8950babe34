package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.plan.ClassFactsReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaving changes only the code of traced methods. */
final class UntouchedPartsTest {

  private static final String ANNOTATIONS =
      """
      package shop;
      import java.lang.annotation.*;
      public class Notes {
        @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER})
        @Retention(RetentionPolicy.RUNTIME) @interface Use { String value() default ""; }
        @Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD,
            ElementType.CONSTRUCTOR, ElementType.LOCAL_VARIABLE, ElementType.RECORD_COMPONENT})
        @Retention(RetentionPolicy.RUNTIME) @Repeatable(Several.class) @interface Seen {
          int[] value() default {}; Class<?> type() default Void.class; Use use() default @Use;
        }
        @Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD,
            ElementType.CONSTRUCTOR, ElementType.LOCAL_VARIABLE, ElementType.RECORD_COMPONENT})
        @Retention(RetentionPolicy.RUNTIME) @interface Several { Seen[] value(); }
        @Retention(RetentionPolicy.CLASS) @interface Hidden {}
      }
      """;

  private static final String CLASS =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import java.util.*;
      import java.util.function.*;
      import shop.Notes.*;
      /** A comment. */
      @Deprecated @Seen(1) @Seen({2, 3}) @Hidden
      public abstract sealed class Subject<@Use("c") T extends @Use("b") Comparable<T> & Cloneable>
          extends @Use("s") ArrayList<@Use("a") T> implements @Use("i") Supplier<T>
          permits Subject.First, Subject.Second {
        public static final long CONSTANT = 5L;
        @Seen private transient volatile @Use("f") Map<String, @Use("m") List<? super T>> field;
        static int counter = 3;
        static { counter++; }
        enum Colour { RED { @Override void mix() {} }; void mix() {} }
        static final class First<T extends Comparable<T> & Cloneable> extends Subject<T> {}
        static final class Second<T extends Comparable<T> & Cloneable> extends Subject<T> {}
        Subject() { List<T> local = new ArrayList<>(); local.clear(); }
        @Override public T get() { return null; }
        @Traced @Seen(type = Map.Entry[].class, use = @Use("n")) @Hidden
        protected synchronized <@Use X extends Throwable> @Use("r") List<X> traced(
            @Seen(4) @SpanAttribute("key") final int first, final @Use("p") List<? extends X> second,
            @Hidden T... third) throws @Use("t") IllegalStateException, X {
          @Seen @Use("l") List<X> local = new @Use("n") ArrayList<@Use("q") X>(second);
          try (Scanner scanner = new Scanner("")) { local.add((@Use("z") X) second.get(0)); }
          catch (@Use("e") IllegalArgumentException | NullPointerException e) { local = null; }
          Function<T, T> function = t -> third.length > first ? t : null;
          return local;
        }
        @Deprecated @Seen Object untraced(final @Use("p") Colour colour, Object any, int i) {
          Object o = i > 2 ? new ArrayList<@Use("q") String>() : new HashMap<String, T>();
          Supplier<String> text = () -> "text" + o + any;
          for (@Seen int k = 0; k < i; k++) { if (o.equals(text.get())) { continue; } i--; }
          try { synchronized (o) { i++; } } catch (@Use("e") RuntimeException e) { throw e; }
          switch (i) { case 1: i++; case 100000: i += 2; break; default: i = 7; }
          return switch (colour) { case RED -> any instanceof @Use("k") String s ? s : o; };
        }
      }
      """;

  private static final String RECORD =
      """
      package shop;
      import io.spanloom.Traced;
      import java.util.List;
      import shop.Notes.*;
      public record Pair<T>(@Seen @Use("c") T first, List<@Use("d") ? extends T>... second) {
        public Pair { if (first == null) { throw new NullPointerException(); } }
        @Traced T traced(@Seen T other) { return other == null ? first : other; }
        static {}
        static final class Inner { private int hidden; }
        private int reads(Inner inner) { return inner.hidden; }
      }
      """;

  private static final String INTERFACE =
      """
      package shop;
      import io.spanloom.Traced;
      import shop.Notes.*;
      @FunctionalInterface
      public interface Face<T> extends Comparable<@Use T> {
        int CONSTANT = Integer.parseInt("3");
        @Override int compareTo(@Seen T other);
        @Traced default T traced(T value) { return value; }
        private static void untraced(int... values) { for (int value : values) { value++; } }
      }
      """;

  static Stream<Arguments> options() {
    return Stream.of(
            List.<String>of(),
            List.of("-g"),
            List.of("-g:none"),
            List.of("-g", "-parameters"),
            List.of("--release", "17", "-g:lines,vars"))
        .flatMap(
            options ->
                Stream.of("Subject", "Pair", "Face").map(name -> Arguments.of(options, name)));
  }

  private static Program program(List<String> options) {
    return Program.compile(options, ANNOTATIONS, CLASS, RECORD, INTERFACE);
  }

  @ParameterizedTest
  @Tag("slow")
  @MethodSource("options")
  void keepsEverythingButCodeOfTracedMethods(List<String> options, String name) {
    Program program = program(options);
    byte[] before = program.bytes("shop." + name);
    Set<String> traced = Set.copyOf(ClassFactsReader.read(before).annotatedMethods());

    byte[] after = program.weave().bytes("shop." + name);

    assertThat(after).isNotEqualTo(before);
    assertThat(ClassText.withoutCodeOf(traced, after))
        .isEqualTo(ClassText.withoutCodeOf(traced, before));
  }

  @Test
  void keepsTypeAnnotationsInCodeOfTracedMethod() {
    Program program = program(List.of());
    List<String> before = ClassText.typeAnnotationsInCode(program.bytes("shop.Subject"));

    List<String> after = ClassText.typeAnnotationsInCode(program.weave().bytes("shop.Subject"));

    assertThat(before).contains("traced NEW n", "traced CHECKCAST z", "traced variable l");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void keepsUnknownAttributes() {
    Program program = program(List.of("-g"));
    program.write("shop.Pair", annotated(program.bytes("shop.Pair")));
    byte[] before = program.bytes("shop.Pair");
    Set<String> traced = Set.copyOf(ClassFactsReader.read(before).annotatedMethods());

    byte[] after = program.weave().bytes("shop.Pair");

    assertThat(ClassText.withoutCodeOf(traced, after))
        .contains("of the class", "of first", "of traced", "of reads")
        .isEqualTo(ClassText.withoutCodeOf(traced, before));
  }

  /** Adds a non-standard attribute to the class and each of its members. */
  private static byte[] annotated(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public FieldVisitor visitField(
                  int access, String name, String descriptor, String generic, Object value) {
                FieldVisitor next = super.visitField(access, name, descriptor, generic, value);
                next.visitAttribute(new ClassText.Note("of " + name));
                return next;
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String generic, String[] thrown) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, generic, thrown);
                next.visitAttribute(new ClassText.Note("of " + name));
                return next;
              }

              @Override
              public void visitEnd() {
                visitAttribute(new ClassText.Note("of the class"));
                super.visitEnd();
              }
            },
            0);
    return writer.toByteArray();
  }
}
