package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.runtime.woven.SpanSite;
import io.spanloom.support.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Checks in class files that the runtime and woven code use no reflection. Ignores the bootstrap
 * methods of {@code invokedynamic}, which javac generates for lambdas and string concatenation.
 */
final class NoReflectionTest {

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "java/lang/reflect/.*"
              + "|java/lang/invoke/(MethodHandle|MethodHandles|VarHandle|MethodType)\\b.*"
              + "|java/lang/Class\\.(forName|newInstance|getModule|cast|get(Declared|Enclosing)?"
              + "(Method|Methods|Field|Fields|Constructor|Constructors|Annotation|Annotations"
              + "|RecordComponents|Classes|Class)).*"
              + "|java/lang/ClassLoader\\..*"
              + "|java/util/ServiceLoader.*"
              + "|org/aspectj/lang/(JoinPoint|ProceedingJoinPoint|Signature|reflect/).*"
              + "|org/aspectj/runtime/reflect/.*"
              + "|sun/misc/.*|jdk/internal/.*");

  private static final String SUBJECT =
      """
      package shop;
      import io.spanloom.*;
      import java.util.concurrent.*;
      import java.util.function.Supplier;
      public class Subject<T> {
        @Traced Subject(@SpanAttribute("id") int id) {}
        @Traced static String text(@SpanAttribute("text") String text) {
          Supplier<String> s = () -> "a" + text;
          return s.get() + text;
        }
        @Traced(value = "b", root = true, expected = IllegalStateException.class)
        synchronized T generic(@SpanAttribute("kind") TimeUnit kind, T... values) throws Exception {
          return values[0];
        }
        @Traced CompletionStage<T> stage() { return new CompletableFuture<>(); }
        @WorkflowStep("step") void step() {}
        @WorkflowStep(value = "events", as = WorkflowStep.Form.EVENTS) void events() {}
        @AICall(provider = "p", temperature = 0.5)
        dev.langchain4j.model.chat.response.ChatResponse ask() { return null; }
      }
      """;

  /** Returns the members and types that the code and the field types of a class file use. */
  private static Set<String> uses(byte[] classFile) {
    Set<String> result = new TreeSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public FieldVisitor visitField(
                  int access, String name, String descriptor, String generic, Object value) {
                result.add(descriptor.replaceFirst("^\\[*L", ""));
                return null;
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String generic, String[] thrown) {
                return new UseReader(result);
              }
            },
            0);
    return result;
  }

  /** Collects the members and types that code uses. */
  private static final class UseReader extends MethodVisitor {

    private final Set<String> uses;

    UseReader(Set<String> uses) {
      super(Opcodes.ASM9);
      this.uses = uses;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      uses.add(owner + "." + name);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      uses.add(owner + "." + name);
      uses.add(descriptor.replaceFirst("^\\[*L", ""));
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      uses.add(type);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle method) {
          uses.add(method.getOwner() + "." + method.getName());
        }
      }
    }

    @Override
    public void visitLdcInsn(Object constant) {
      if (constant instanceof Handle handle) {
        uses.add("java/lang/invoke/MethodHandle of " + handle);
      }
    }
  }

  private static List<String> forbidden(byte[] classFile) {
    return uses(classFile).stream()
        .filter(use -> FORBIDDEN.matcher(use).matches())
        .collect(Collectors.toList());
  }

  @Test
  void runtimeUsesReflectionOnlyForConfiguredAutoStartAndOldApi() throws Exception {
    List<byte[]> runtime = runtime();

    assertThat(runtime).hasSizeGreaterThan(10);
    assertThat(runtime.stream().flatMap(type -> forbidden(type).stream()))
        .containsExactlyInAnyOrder(
            "java/lang/Class.getClassLoader",
            "java/util/ServiceLoader.load",
            "java/util/ServiceLoader.stream",
            "java/util/ServiceLoader$Provider.get",
            // GlobalField, which is loaded only with OpenTelemetry API before 1.57
            "java/lang/Class.getDeclaredField",
            "java/lang/invoke/MethodHandles.lookup",
            "java/lang/invoke/MethodHandles.privateLookupIn",
            "java/lang/invoke/MethodHandles$Lookup.unreflectVarHandle",
            "java/lang/invoke/VarHandle;",
            "java/lang/invoke/VarHandle.getVolatile");
  }

  @Test
  void generatedAspectsUseNoReflectionUnwovenOrWoven() {
    Program program = Program.compile(SUBJECT);
    assertThat(forbidden(program.bytes("shop.Subject_Spans"))).isEmpty();

    assertThat(forbidden(program.weave().bytes("shop.Subject_Spans"))).isEmpty();
  }

  @Test
  void wovenClassGainsOnlyReferencesToItsAspectAndSites() {
    Program program = Program.compile(SUBJECT);
    Set<String> before = uses(program.bytes("shop.Subject"));

    Set<String> after = uses(program.weave().bytes("shop.Subject"));

    assertThat(forbidden(program.bytes("shop.Subject"))).isEmpty();
    after.removeAll(before);
    assertThat(after)
        .isNotEmpty()
        .allSatisfy(
            use ->
                assertThat(use)
                    .matches(
                        "shop/Subject_Spans\\..*|io/spanloom/runtime/woven/(Span|Step)Site[.;].*"));
  }

  @Test
  void wovenClassAndAspectDoNotReferToAspectj() {
    Program program = Program.compile(SUBJECT).weave();

    assertThat(uses(program.bytes("shop.Subject"))).noneMatch(use -> use.contains("aspectj"));
    assertThat(new String(program.bytes("shop.Subject_Spans"), StandardCharsets.ISO_8859_1))
        .contains("shop/Subject_Spans")
        .doesNotContain("aspectj");
  }

  @Test
  void detectsReflection() {
    Program program =
        Program.compile(
            """
            package shop;
            import java.lang.invoke.*;
            public class Subject {
              java.lang.reflect.Method field;
              java.util.function.Function<String, Object> reference = ClassLoader::getSystemResource;
              Object all() throws Throwable {
                Object handle = MethodHandles.lookup();
                Class.forName("a").getDeclaredMethod("b");
                return new org.aspectj.lang.JoinPoint[0];
              }
            }
            """);

    assertThat(forbidden(program.bytes("shop.Subject")))
        .containsExactly(
            "java/lang/Class.forName",
            "java/lang/Class.getDeclaredMethod",
            "java/lang/ClassLoader.getSystemResource",
            "java/lang/invoke/MethodHandles.lookup",
            "java/lang/reflect/Method;",
            "org/aspectj/lang/JoinPoint");
  }

  /** Returns the class files of the runtime, which is a folder or a jar. */
  private static List<byte[]> runtime() throws IOException {
    Path path = ClassPath.of(SpanSite.class);
    if (Files.isDirectory(path)) {
      return classFiles(path);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return classFiles(jar.getPath("/"));
    }
  }

  private static List<byte[]> classFiles(Path root) throws IOException {
    List<byte[]> result = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        result.add(Files.readAllBytes(file));
      }
    }
    return result;
  }
}
