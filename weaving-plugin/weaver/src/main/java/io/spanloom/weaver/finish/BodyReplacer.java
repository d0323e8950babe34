package io.spanloom.weaver.finish;

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
 * Copies a class as javac wrote it, except for the code of its woven methods, which comes from
 * AspectJ. AspectJ's other additions and omissions do not reach the class.
 */
final class BodyReplacer extends ClassVisitor {

  private final Map<String, MethodNode> bodies = new HashMap<>();
  private final Set<String> addedMembers;
  private final AdviceCalls adviceCalls;

  /**
   * Creates a replacer.
   *
   * @param woven the class as woven by AspectJ
   * @param advised name and descriptor of the methods that call the aspect
   * @param adviceCalls the calls to replace in the woven code
   * @param writer receives the class
   */
  BodyReplacer(ClassNode woven, Set<String> advised, AdviceCalls adviceCalls, ClassWriter writer) {
    super(Opcodes.ASM9, writer);
    this.addedMembers = members(woven);
    this.adviceCalls = adviceCalls;
    for (MethodNode method : woven.methods) {
      if (advised.contains(method.name + method.desc)) {
        bodies.put(method.name + method.desc, method);
      }
    }
  }

  private static Set<String> members(ClassNode type) {
    return Stream.concat(
            type.fields.stream().map(field -> field.name + " " + field.desc),
            type.methods.stream().map(method -> method.name + method.desc))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the members of the woven class that the visited class does not have. */
  Set<String> addedMembers() {
    return addedMembers;
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    addedMembers.remove(name + " " + descriptor);
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    addedMembers.remove(name + descriptor);
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    MethodNode body = bodies.get(name + descriptor);
    if (body == null) {
      return next; // ASM copies the bytes of a method that is visited by the writer itself
    }
    MethodNode method = new MethodNode(access, name, descriptor, signature, exceptions);
    return new DebugInfoMerger(next, body, method, adviceCalls);
  }
}
