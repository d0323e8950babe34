package io.spanloom.weaver.plan;

import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.WeaverCode;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ModuleNode;
import org.objectweb.asm.tree.ModuleRequireNode;

/** Checks the modules that a woven module requires. */
public final class RequiredModules {

  private static final String RUNTIME_MODULE = "io.spanloom.runtime";

  private RequiredModules() {}

  /**
   * Requires that the module reads the runtime module at run time. At compile time, one automatic
   * module among the required ones, even if only static, makes all others readable; at run time,
   * modules that nothing requires are not resolved.
   */
  public static void check(@Nullable ModuleNode module) throws WeaveException {
    if (module == null || module.requires == null) {
      return;
    }
    boolean mayReadRuntime = false;
    for (ModuleRequireNode required : module.requires) {
      boolean atRunTime = (required.access & Opcodes.ACC_STATIC_PHASE) == 0;
      if (required.module.equals(RUNTIME_MODULE) && !atRunTime) {
        throw new WeaveException(
            WeaverCode.RUNTIME_NOT_REQUIRED,
            "Module "
                + module.name
                + " declares 'requires static "
                + RUNTIME_MODULE
                + "', but its woven"
                + " classes need that module at run time; remove 'static'.");
      }
      mayReadRuntime |= atRunTime && !isPlatformModule(required.module);
    }
    if (!mayReadRuntime) {
      throw new WeaveException(
          WeaverCode.RUNTIME_NOT_REQUIRED,
          "Module "
              + module.name
              + " does not require "
              + RUNTIME_MODULE
              + ", but its woven classes need"
              + " that module at run time; add 'requires "
              + RUNTIME_MODULE
              + ";' to its module-info.java.");
    }
  }

  /** Returns whether a module is part of the JDK; none of them makes the runtime readable. */
  private static boolean isPlatformModule(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }
}
