package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Debug information and stack traces of woven methods are the same as before weaving. */
final class DebugInfoTest {

  private static final String SUBJECT =
      """
      package shop;
      import io.spanloom.SpanAttribute;
      import io.spanloom.Traced;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.function.Function;
      public class Subject<T> {
        private final int base;
        @Traced public Subject(@SpanAttribute("base") int base) {
          int twice = base * 2;
          this.base = twice;
          if (base < 0) {
            throw new IllegalArgumentException("negative");
          }
        }
        @Traced <X extends Number> String variables(
            @SpanAttribute("first") String first, long second, List<? extends X> third) {
          String late;
          if (second > 0) {
            List<T> same = new ArrayList<>();
            late = "a" + same;
          } else {
            List<X> same = new ArrayList<>(third);
            late = "b" + same;
          }
          for (int i = 0; i < 3; i++) {
            double half = i / 2.0;
            if (half > 1) {
              return late + half;
            }
          }
          for (long i = 0; i < 3; i++) {
            List<String> same = List.of();
            late = late + same;
          }
          for (X number : third) {
            late = late + number;
          }
          try {
            int parsed = Integer.parseInt(first);
            return late + parsed;
          } catch (NumberFormatException failure) {
            late = failure.getMessage();
          } finally {
            int inFinally = first.length();
            late = late + inFinally;
          }
          return late;
        }
        @Traced static int fails(int where) {
          if (where == 0) {
            throw new IllegalStateException("at once");
          }
          int[] values = new int[1];
          try {
            values[where] = 1;
          } catch (IndexOutOfBoundsException failure) {
            if (where == 2) {
              throw new IllegalStateException(
                  "wrapped", failure);
            }
          } finally {
            if (where == 3) {
              Object nothing = null;
              nothing.hashCode();
            }
          }
          Function<String, Integer> parse =
              text ->
                  Integer.parseInt(text);
          return parse
              .apply("x" + where);
        }
        @Traced static Object recursive(int depth) {
          return depth == 0
              ? fails(0)
              : recursive(
                  depth - 1);
        }
        @Traced static void forever() {
          while (true) {
            fails(4);
          }
        }
        public static Object negative() { return new Subject<String>(-1); }
        public static Object fails0() { return fails(0); }
        public static Object fails2() { return fails(2); }
        public static Object fails3() { return fails(3); }
        public static Object fails4() { return fails(4); }
        public static Object failsDeep() { return recursive(3); }
        public static Object failsForever() { forever(); return null; }
      }
      """;

  static Stream<List<String>> options() {
    return Stream.of(
        List.of(),
        List.of("-g"),
        List.of("-g:none"),
        List.of("-g:lines"),
        List.of("-g:vars"),
        List.of("-g", "--release", "11"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void keepsLineNumbersAndLocalVariables(List<String> options) {
    Program program = Program.compile(options, SUBJECT);
    List<MethodNode> before = methods(program.bytes("shop.Subject"));

    List<MethodNode> after = methods(program.weave().bytes("shop.Subject"));

    assertThat(lines(after)).isEqualTo(lines(before));
    assertThat(variables(after)).isEqualTo(variables(before));
  }

  @ParameterizedTest
  @Tag("slow")
  @MethodSource("options")
  void keepsStackTraces(List<String> options) throws Throwable {
    Program program = Program.compile(options, SUBJECT);
    ClassLoader unwoven = program.copy().load();
    ClassLoader woven = program.weave().load();

    for (String method :
        List.of("negative", "fails0", "fails2", "fails3", "fails4", "failsDeep", "failsForever")) {
      assertThat(trace(woven, method)).as(method).isEqualTo(trace(unwoven, method));
    }
  }

  private static List<MethodNode> methods(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    return type.methods;
  }

  private static List<String> lines(List<MethodNode> methods) {
    List<String> result = new ArrayList<>();
    for (MethodNode method : methods) {
      for (AbstractInsnNode node : method.instructions) {
        if (node instanceof LineNumberNode line) {
          result.add(method.name + ":" + line.line);
        }
      }
    }
    return result;
  }

  /** Returns each variable with its types, slot and range of lines. */
  private static List<String> variables(List<MethodNode> methods) {
    List<String> result = new ArrayList<>();
    for (MethodNode method : methods) {
      for (LocalVariableNode variable :
          method.localVariables == null ? List.<LocalVariableNode>of() : method.localVariables) {
        result.add(
            "%s: %s %s %s %d, %d to %d"
                .formatted(
                    method.name,
                    variable.name,
                    variable.desc,
                    variable.signature,
                    variable.index,
                    line(variable.start),
                    line(variable.end)));
      }
    }
    return result;
  }

  private static int line(AbstractInsnNode place) {
    AbstractInsnNode node = place;
    while (node != null && !(node instanceof LineNumberNode)) {
      node = node.getPrevious();
    }
    return node instanceof LineNumberNode line ? line.line : -1;
  }

  /** Returns the program's part of the stack trace of each cause. */
  private static String trace(ClassLoader program, String method) throws Throwable {
    StringBuilder result = new StringBuilder();
    try {
      Program.call(program, "shop.Subject", method);
    } catch (RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        result.append(cause).append('\n');
        result.append(
            Stream.of(cause.getStackTrace())
                .takeWhile(frame -> !frame.getMethodName().startsWith("invoke"))
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n", "", "\n")));
      }
    }
    assertThat(result.toString()).contains("shop.Subject");
    return result.toString().replaceAll("app//|\\$\\$Lambda\\S*", "");
  }
}
