package io.spanloom.weaver.javac;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.ClassPath;
import io.spanloom.weaver.AspectState;
import io.spanloom.weaver.Unreachable;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several compilations in one JVM, which load the processor and the weaver once. */
@Tag("slow")
final class KeptClassesTest {

  private static final String ORDERS =
      """
      package shop;
      public class Orders {
        @io.spanloom.Traced void place(String id) {}
      }
      """;

  @TempDir Path folder;
  private final List<Path> jars = new ArrayList<>();
  private int compilations;

  @BeforeEach
  void packProcessorPath() throws Exception {
    for (Path entry : ClassPath.ofTests().stream().filter(Files::exists).toList()) {
      Path jar = folder.resolve(jars.size() + "-" + entry.getFileName() + ".jar");
      Jar.write(entry, jar);
      jars.add(jar);
    }
  }

  @Test
  void keepsClassesForNextCompilation() throws Exception {
    compile();
    List<Thread> afterFirst = holders();

    compile();

    assertThat(afterFirst).hasSize(1);
    assertThat(holders()).isEqualTo(afterFirst);
  }

  @Test
  void loadsClassesOfReplacedJar() throws Exception {
    compile();
    Files.setLastModifiedTime(jars.get(0), FileTime.from(Instant.EPOCH));

    compile();

    assertThat(holders()).hasSize(2);
  }

  @Test
  void keepsNoCompilationReachable() throws Exception {
    WeakReference<StandardJavaFileManager> compilation = compile();

    assertThat(holders()).hasSize(1);
    Unreachable.assertCollected(compilation);
  }

  @Test
  void leavesNoSystemProperty() throws Exception {
    compile();

    assertThat(System.getProperties())
        .doesNotContainKey("io.spanloom.processor.weave.CompilationEnd");
  }

  private WeakReference<StandardJavaFileManager> compile() throws Exception {
    List<WeakReference<StandardJavaFileManager>> used = new ArrayList<>();
    Compilation compilation =
        Compilation.in(folder.resolve("run" + compilations++))
            .source("shop/Orders.java", ORDERS)
            .processorPath(ClassPath.join(jars))
            .fileManager(
                standard -> {
                  used.add(new WeakReference<>(standard));
                  return new IsolatedProcessorPath(standard, jars);
                });
    assertThat(compilation.run().success()).isTrue();
    assertThat(AspectState.read(compilation.output()))
        .singleElement()
        .satisfies(aspect -> assertThat(aspect.woven()).hasSize(1));
    return used.get(0);
  }

  private List<Thread> holders() {
    return KeptClasses.below(folder);
  }
}
