package io.spanloom.weaver.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** Reads {@link ClassFacts} from a class file. */
public final class ClassFactsReader extends ClassVisitor {

  private static final String SITES = "io/spanloom/runtime/woven/";

  private String internalName = "";
  private final Map<String, String> outerClasses = new HashMap<>();
  private final Set<String> localClasses = new HashSet<>();
  private final List<String> annotated = new ArrayList<>();
  private final Set<String> methods = new LinkedHashSet<>();
  private final Set<String> annotations = new LinkedHashSet<>();
  private final Set<String> excluded = new LinkedHashSet<>();
  private final Map<String, InheritedAnnotation> inherited = new LinkedHashMap<>();
  private final Map<String, Set<String>> calls = new LinkedHashMap<>();
  private @Nullable String target;
  private final Set<String> advisedMethods = new LinkedHashSet<>();
  private final Set<String> members = new HashSet<>();
  private boolean reduced = true;

  private ClassFactsReader() {
    super(Opcodes.ASM9);
  }

  /** Returns whether an annotation, given by its descriptor, creates spans. */
  static boolean isSpanAnnotation(String descriptor) {
    return SpanAnnotations.contains(descriptor);
  }

  /**
   * Reads a class file.
   *
   * @throws RuntimeException if the bytes are not a complete class file
   */
  public static ClassFacts read(byte[] classFile) {
    ClassFactsReader reader = new ClassFactsReader();
    ClassReader file = new ClassReader(classFile);
    TruncationCheck.require(file, classFile.length);
    file.accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassFacts(
        reader.internalName.replace('/', '.'),
        reader.isHidden(),
        reader.annotated,
        reader.methods,
        reader.annotations,
        reader.calls,
        reader.target == null
            ? null
            : new ClassFacts.AspectFacts(
                reader.target,
                reader.advisedMethods,
                reader.inherited,
                reader.excluded,
                reader.members,
                reader.reduced));
  }

  /** Returns the calls of a class to its aspect, as {@link ClassFacts#calls}. */
  public static Map<String, Set<String>> calls(ClassNode type) {
    ClassFactsReader reader = new ClassFactsReader();
    type.accept(reader);
    return reader.calls;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    internalName = name;
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outerName, @Nullable String innerName, int access) {
    if (outerName == null) {
      localClasses.add(name);
    } else {
      outerClasses.put(name, outerName);
    }
  }

  /** Returns whether the class or an enclosing class is local or anonymous. */
  private boolean isHidden() {
    @Nullable String type = internalName;
    while (type != null && !localClasses.contains(type)) {
      type = outerClasses.remove(type);
    }
    return type != null;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    annotations.add(Type.getType(descriptor).getClassName());
    reduced &= !AspectAnnotations.isAspect(descriptor);
    if (!descriptor.equals(AspectAnnotations.GENERATED_ASPECT)) {
      return null;
    }
    target = ClassFacts.typeOf(internalName.replace('/', '.')); // unless declared
    return new GeneratedAspectReader("");
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    members.add(name);
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0) {
      return null;
    }
    String method = name + descriptor;
    boolean hasBody = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    if (hasBody) {
      methods.add(method);
    }
    members.add(method);
    return new MethodReader(method, hasBody);
  }

  /** Reads {@code @GeneratedAspect}. */
  private final class GeneratedAspectReader extends AnnotationVisitor {

    private final String member;

    GeneratedAspectReader(String member) {
      super(Opcodes.ASM9);
      this.member = member;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
      if ("type".equals(name)) {
        target = (String) value;
      } else if (member.equals("inherited")) {
        InheritedAnnotation annotation = InheritedAnnotation.parse((String) value);
        inherited.put(annotation.method(), annotation);
      } else if (member.equals("excluded")) {
        excluded.add((String) value);
      } else {
        advisedMethods.add((String) value);
      }
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      return new GeneratedAspectReader(name);
    }
  }

  /** Reads a method's annotations and its calls to advice. */
  private final class MethodReader extends MethodVisitor {

    private final String method;
    private final boolean hasBody;
    private final String aspect = ClassFacts.aspectOf(internalName);

    /** The site that was loaded last, until it is called. */
    private @Nullable String site;

    MethodReader(String method, boolean hasBody) {
      super(Opcodes.ASM9);
      this.method = method;
      this.hasBody = hasBody;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      annotations.add(Type.getType(descriptor).getClassName());
      if (SpanAnnotations.contains(descriptor)) {
        // On an abstract method, the annotation applies to the implementations.
        if (hasBody) {
          annotated.add(method);
        }
      }
      return null;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETSTATIC && owner.equals(aspect)) {
        site = name;
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(aspect) && !name.equals("aspectOf")) {
        addCall(name + descriptor);
      } else if (site != null && owner.startsWith(SITES)) {
        addCall(DirectCall.key(site, name + descriptor));
        site = null;
      }
    }

    private void addCall(String key) {
      calls.computeIfAbsent(method, name -> new TreeSet<>()).add(key);
    }
  }
}
