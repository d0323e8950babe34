package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes of a named module. */
final class ModuleTest {

  private static final String ORDERS =
      "package shop;\npublic class Orders { @io.spanloom.Traced void place() {} }\n";

  @Test
  void aModuleThatNeedsTheRuntimeOnlyToCompileIsToldSo() throws Throwable {
    Program program = Program.compile(ORDERS);
    program.take(module("requires static io.spanloom.runtime;"), "module-info");

    assertThat(Refusal.of(program).toString())
        .isEqualTo(
            "[SPL212] Module shop declares 'requires static io.spanloom.runtime', but its woven"
                + " classes need that module at run time; remove 'static'.");
  }

  @Test
  void aModuleThatNeedsTheRuntimeIsWovenAndKeepsItsDescriptor() {
    Program program = Program.compile(ORDERS);
    program.take(module("requires io.spanloom.runtime;"), "module-info");
    byte[] descriptor = program.bytes("module-info");

    assertThat(program.weaveResult().wovenClasses()).containsExactly("shop.Orders");

    assertThat(program.bytes("module-info")).isEqualTo(descriptor);
  }

  @Test
  void aModuleWithoutTracedMethodsMayNeedTheRuntimeAsItLikes() {
    Program program = module("requires static io.spanloom.runtime;");

    assertThat(program.weaveResult().wovenClasses()).isEmpty();
  }

  private static Program module(String requires) {
    Program runtime = Program.compile("module io.spanloom.runtime {}\n");
    return Program.compile(
        List.of("--module-path", runtime.classes().toString()),
        "module shop { %s }\n".formatted(requires));
  }
}
