package io.spanloom.weaver.finish;

import io.spanloom.weaver.plan.ClassFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Passes a class on as javac wrote it, but for the code of its woven methods, which it takes from
 * AspectJ. What else AspectJ would leave out or make up never gets into the class.
 */
final class BodyReplacer extends ClassVisitor {

  private final Map<String, MethodNode> bodies = new HashMap<>();
  private final Set<String> added;
  private final String aspect;

  /**
   * Prepares a class.
   *
   * @param woven the class as AspectJ has woven it
   * @param reached name and descriptor of its methods that call the aspect
   */
  BodyReplacer(ClassNode woven, Set<String> reached, ClassWriter writer) {
    super(Opcodes.ASM9, writer);
    this.added = members(woven);
    this.aspect = ClassFacts.aspectOf(woven.name);
    for (MethodNode method : woven.methods) {
      if (reached.contains(method.name + method.desc)) {
        bodies.put(method.name + method.desc, method);
      }
    }
  }

  /** The fields and methods of a class. */
  private static Set<String> members(ClassNode type) {
    return Stream.concat(
            type.fields.stream().map(field -> field.name + " " + field.desc),
            type.methods.stream().map(method -> method.name + method.desc))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The fields and methods of the woven class that the class has not had so far. */
  Set<String> added() {
    return added;
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    added.remove(name + " " + descriptor);
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    added.remove(name + descriptor);
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    MethodNode body = bodies.get(name + descriptor);
    if (body == null) {
      return next; // ASM copies a method that goes straight to the writer byte by byte
    }
    MethodNode method = new MethodNode(access, name, descriptor, signature, exceptions);
    return new DebugInfoMerger(next, body, method, aspect);
  }
}
