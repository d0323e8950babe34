package io.spanloom.weaver.propagate;

import io.spanloom.weaver.ClassFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Finds out which kinds of task receivers a type is, also through the supertypes of classes that
 * are not part of the JDK. A type that cannot be read is of no kind.
 */
final class TaskReceivers {

  private final ClassFinder classes;
  private final Map<String, Set<TaskReceiver>> known = new HashMap<>();

  TaskReceivers(ClassFinder classes) {
    this.classes = classes;
  }

  /** Returns the kinds of a type, given by its internal name. */
  Set<TaskReceiver> of(String internalName) {
    Set<TaskReceiver> result = known.get(internalName);
    if (result == null) {
      known.put(internalName, Set.of()); // for a cycle, which the JVM rejects
      result = find(internalName);
      known.put(internalName, result);
    }
    return result;
  }

  private Set<TaskReceiver> find(String internalName) {
    if (internalName.startsWith("[") || internalName.startsWith("java/")) {
      return TaskReceiver.of(internalName);
    }
    Set<TaskReceiver> result = EnumSet.noneOf(TaskReceiver.class);
    try {
      byte[] found = classes.find(internalName.replace('/', '.'));
      if (found != null) {
        byte[] classFile = found.clone();
        // ASM can read the supertypes of classes of newer JDKs, but rejects their version.
        classFile[6] = 0;
        classFile[7] = Opcodes.V17;
        ClassReader reader = new ClassReader(classFile);
        result.addAll(of(reader.getSuperName()));
        for (String implemented : reader.getInterfaces()) {
          result.addAll(of(implemented));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      // javac would have rejected a class that it needs.
    }
    return result;
  }
}
