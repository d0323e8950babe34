package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Module descriptors that read the runtime or do not. */
final class ModuleDescriptorTest {

  private static final String ORDERS =
      "package shop;\npublic class Orders { @io.spanloom.Traced void place() {} }\n";

  @Test
  void reportsModuleThatRequiresRuntimeOnlyStatically() throws Throwable {
    Program program = Program.compile(ORDERS);
    program.replaceClass(module("requires static io.spanloom.runtime;"), "module-info");

    assertThat(FailedWeaving.of(program).toString())
        .isEqualTo(
            "[SPL212] Module shop declares 'requires static io.spanloom.runtime', but its woven"
                + " classes need that module at run time; remove 'static'.");
  }

  @Test
  void weavesModuleAndKeepsItsDescriptor() {
    Program program = Program.compile(ORDERS);
    program.replaceClass(module("requires io.spanloom.runtime;"), "module-info");
    byte[] descriptor = program.bytes("module-info");

    assertThat(program.weaveResult().wovenClasses()).containsExactly("shop.Orders");

    assertThat(program.bytes("module-info")).isEqualTo(descriptor);
  }

  @Test
  void acceptsAnyRequiresWithoutTracedMethods() {
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
