package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

final class MissingAdviceTest {

  @ParameterizedTest
  @ValueSource(strings = {"Before", "AfterReturning", "AfterThrowing"})
  void failsWhenMethodLacksAdvice(String advice) throws IOException {
    Program program =
        Program.compile(
            """
            import io.spanloom.Traced;
            public class Partly { @Traced static int f() { return 1; } }
            """);
    byte[] before = Files.readAllBytes(program.classFile("Partly"));
    removeAnnotation(program.classFile("Partly_Spans"), advice);

    assertThatThrownBy(program::weave)
        .hasMessageContaining("[SPL208] Method f() of Partly does not call its own advice");
    assertThat(program.classFile("Partly")).hasBinaryContent(before);
  }

  private static void removeAnnotation(Path classFile, String simpleName) throws IOException {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Files.readAllBytes(classFile))
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                MethodVisitor method =
                    super.visitMethod(access, name, descriptor, signature, thrown);
                return new MethodVisitor(Opcodes.ASM9, method) {
                  @Override
                  public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    return type.endsWith("/" + simpleName + ";")
                        ? null
                        : super.visitAnnotation(type, visible);
                  }
                };
              }
            },
            0);
    Files.write(classFile, writer.toByteArray());
  }
}
