package io.spanloom.weaver.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.Program;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.plan.WeavePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Verification of wrong results, which a correct weaver does not produce. */
final class WeaveVerifierTest {

  private static final String ORDERS = "shop.Orders";
  private static final String PLACE = "place(I)I";
  private static final String CANCEL = "cancel(I)V";

  private byte[] unwoven = new byte[0];
  private byte[] woven = new byte[0];

  @BeforeEach
  void weave() {
    Program program =
        Program.compile(
            """
            package shop;
            import io.spanloom.Traced;
            public class Orders {
              @Traced static int place(int count) { return count > 1 ? place(count - 1) : 7; }
              @Traced static void cancel(int count) { if (count > 1) { cancel(count - 1); } }
              static int untraced(int count) { return count; }
            }
            """);
    unwoven = program.bytes(ORDERS);
    woven = program.weave().bytes(ORDERS);
  }

  private static void check(Set<String> methods, byte[] result) throws WeaveException {
    List<Problem> problems = new ArrayList<>();
    WeaveVerifier.verifyTarget(new WeavePlan.Target(ORDERS, methods, Set.of()), result, problems);
    if (!problems.isEmpty()) {
      throw new WeaveException(problems);
    }
  }

  private static void assertRejected(Set<String> methods, byte[] result, String... texts) {
    assertThatThrownBy(() -> check(methods, result))
        .isInstanceOfSatisfying(
            WeaveException.class,
            failure ->
                assertThat(failure.problems())
                    .extracting(Problem::toString)
                    .zipSatisfy(
                        List.of(texts),
                        (problem, text) ->
                            assertThat(problem)
                                .startsWith("[SPL208] " + text)
                                .endsWith(
                                    ", so nothing was woven. This is a bug in Spanloom. Please"
                                        + " report it with the class.")));
  }

  private byte[] changed(String name, Consumer<MethodNode> change) {
    ClassNode type = new ClassNode();
    new ClassReader(woven).accept(type, 0);
    for (MethodNode method : type.methods) {
      if (method.name.equals(name)) {
        change.accept(method);
      }
    }
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static void remove(MethodNode method, Class<? extends AbstractInsnNode> kind) {
    for (AbstractInsnNode node : method.instructions.toArray()) {
      if (kind.isInstance(node)) {
        method.instructions.remove(node);
      }
    }
  }

  @Test
  void acceptsCorrectResult() {
    assertThatCode(() -> check(Set.of(PLACE, CANCEL), woven)).doesNotThrowAnyException();
  }

  @Test
  void reportsMethodsThatCallNoAdvice() {
    assertRejected(
        Set.of(PLACE, CANCEL),
        unwoven,
        "Method place(int) of shop.Orders does not call its own advice",
        "Method cancel(int) of shop.Orders does not call its own advice");
  }

  @Test
  void reportsMethodWithoutAfterAdvice() {
    byte[] result =
        changed(
            "cancel",
            method -> {
              for (AbstractInsnNode node : method.instructions.toArray()) {
                if (node instanceof MethodInsnNode call && call.name.startsWith("end")) {
                  method.instructions.set(call, new InsnNode(Opcodes.POP));
                }
              }
            });

    assertRejected(
        Set.of(PLACE, CANCEL),
        result,
        "Method cancel(int) of shop.Orders does not call its own advice");
  }

  @Test
  void reportsMethodThatCallsAdviceOfAnother() {
    byte[] result =
        changed(
            "cancel",
            method -> {
              for (AbstractInsnNode node : method.instructions) {
                if (node instanceof FieldInsnNode site) {
                  site.name = site.name.replace("CANCEL", "PLACE");
                }
              }
            });

    assertRejected(
        Set.of(PLACE, CANCEL),
        result,
        "Method cancel(int) of shop.Orders does not call its own advice");
  }

  @Test
  void reportsUntracedMethodThatCallsAdvice() {
    assertRejected(
        Set.of(PLACE),
        woven,
        "Method cancel(int) of shop.Orders calls the aspect, but is not traced");
  }

  @Test
  void reportsInvalidCode() {
    byte[] result =
        changed("untraced", method -> method.instructions.insert(new InsnNode(Opcodes.POP)));

    assertRejected(
        Set.of(PLACE, CANCEL),
        result,
        "Method untraced(int) of shop.Orders would be rejected by the JVM: ");
  }

  @Test
  void reportsCodeWithoutStackMapFrames() {
    assertRejected(
        Set.of(PLACE, CANCEL),
        changed("place", method -> remove(method, FrameNode.class)),
        "Method place(int) of shop.Orders has no stack map frames");
  }
}
