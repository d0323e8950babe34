package io.spanloom.weaver.propagate;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.read.type.TaskCalls;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The processor judges by the names of methods, the weaver by its table of calls. */
final class TaskCallNamesTest {

  private final TaskCallTable table = new TaskCallTable(new TaskReceivers(name -> null));

  @Test
  void processorKnowsNamesOfAllCallsInTable() {
    Set<String> names = new TreeSet<>();
    for (String receiver : TaskReceiver.JDK_TYPES.keySet()) {
      try {
        addCalls(Class.forName(receiver.replace('/', '.')), names);
      } catch (ClassNotFoundException newerJdk) {
        // The names of its methods occur in other types, too.
      }
    }
    addCalls(Collection.class, names);
    addCalls(Stream.class, names);

    assertThat(names)
        .contains("execute", "fork", "invoke", "parallel", "remove", "runAsync", "schedule")
        .allSatisfy(name -> assertThat(TaskCalls.mayHandOver(name)).as(name).isTrue());
  }

  /** Adds the names of the calls that the weaver changes or reports without another call. */
  private void addCalls(Class<?> receiver, Set<String> names) {
    for (Method method : receiver.getMethods()) {
      TaskCall call =
          table.find(
              Modifier.isStatic(method.getModifiers())
                  ? Opcodes.INVOKESTATIC
                  : Opcodes.INVOKEVIRTUAL,
              Type.getInternalName(receiver),
              method.getName(),
              Type.getMethodDescriptor(method));
      if (call != null && call.kind() != TaskCall.Kind.WRAP_IF_STARTED) {
        names.add(method.getName());
      }
    }
  }
}
