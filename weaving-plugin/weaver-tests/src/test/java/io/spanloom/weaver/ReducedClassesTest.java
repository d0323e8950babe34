package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Woven classes and their aspects contain no more than they need. */
final class ReducedClassesTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.*;
      public class Orders$2 {
        public static class Cart {
          @Traced public Cart() {}
          @Traced static void fill() {}
          @Traced("Cart.fill") static void refill() {}
          @Traced static void $fill$up() {}
        }
        String name = "";
        @Traced int count(@SpanAttribute("a") long a, @SpanAttribute("b") double b,
            @SpanAttribute("c") String c, @SpanAttribute("d") int[] d) throws Exception {
          int sum = (int) a + (int) b;
          for (int each : d) { if (each < 0) throw new Exception("" + c); sum += each; }
          return sum;
        }
        @SpanAttribute(value = "name", from = "this.name")
        @Traced void change(@SpanAttribute("from") String from) { from += 1; name = from; }
        public static Object run() throws Exception {
          new Cart(); Cart.fill(); Cart.refill(); Cart.$fill$up();
          Orders$2 orders = new Orders$2();
          orders.change("x");
          return orders.count(1, 2, "c", new int[] {3}) + orders.name;
        }
      }
      """;

  @Test
  void wovenMethodsStoreOnlyTheirResult() {
    Program unwoven = Program.compile(ORDERS);
    ClassNode before = classNode(unwoven, "shop.Orders$2");
    ClassNode after = classNode(unwoven.copy().weave(), "shop.Orders$2");

    assertThat(added(before, after, "count")).hasSize(1);
    assertThat(added(before, after, "change")).isEmpty();
  }

  @Test
  void omitsWhatCanBeDerivedFromAspect() {
    ClassNode aspect = classNode(Program.compile(ORDERS).weave(), "shop.Orders$2$Cart_Spans");

    assertThat(aspect.invisibleAnnotations).hasSize(1);
    assertThat(aspect.invisibleAnnotations.get(0).values).isNullOrEmpty();
    MethodNode initializer = method(aspect, "<clinit>");
    assertThat(initializer.instructions).noneMatch(LineNumberNode.class::isInstance);
    assertThat(strings(initializer))
        .containsExactly(
            "Cart.new",
            "shop.Orders$2$Cart.<init>",
            "shop.Orders$2$Cart.fill",
            "Cart.fill",
            "shop.Orders$2$Cart.refill",
            "shop.Orders$2$Cart.$fill$up");
  }

  @Test
  void keepsSpanNamesThatClassNameDoesNotEndWith() {
    ClassNode aspect = classNode(Program.compile(ORDERS).weave(), "shop.Orders$2_Spans");

    assertThat(strings(method(aspect, "<clinit>")))
        .startsWith("Orders$2.count", "shop.Orders$2.count");
  }

  @Test
  void reducedClassesBehaveLikeOthers() {
    ComparedRun compared = ComparedRun.run("shop.Orders$2", ORDERS);

    assertThat(compared.tree())
        .isEqualTo(
            """
            Cart.new
            Cart.fill
            Cart.fill
            Cart.$fill$up
            Orders$2.change {from=x, name=}
            Orders$2.count {a=1, b=2.0, c=c, d=[3]}
            """);
  }

  private static ClassNode classNode(Program program, String name) {
    ClassNode result = new ClassNode();
    new ClassReader(program.bytes(name)).accept(result, 0);
    return result;
  }

  private static MethodNode method(ClassNode type, String name) {
    return type.methods.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  /** Returns the variables that a method of the second class uses and the first one does not. */
  private static Set<Integer> added(ClassNode before, ClassNode after, String name) {
    Set<Integer> result = variables(method(after, name));
    result.removeAll(variables(method(before, name)));
    return result;
  }

  private static Set<Integer> variables(MethodNode method) {
    Set<Integer> result = new TreeSet<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof VarInsnNode variable) {
        result.add(variable.var);
      } else if (instruction instanceof IincInsnNode increment) {
        result.add(increment.var);
      }
    }
    return result;
  }

  private static List<Object> strings(MethodNode method) {
    List<Object> result = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LdcInsnNode constant) {
        result.add(constant.cst);
      }
    }
    return result;
  }
}
