package io.spanloom.weaver.javac;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.SpansProcessor;
import io.spanloom.support.ClassPath;
import io.spanloom.weaver.AspectState;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.Weaver;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations whose classes javac weaves. */
@Tag("slow")
final class JavacWeavingTest {

  private static final String ORDERS =
      """
      package shop;
      import io.spanloom.Traced;
      public class Orders {
        @Traced void place(String id) {}
      }
      """;

  private static final String PLAIN = "package shop;\npublic class Plain {}\n";

  @TempDir Path folder;

  @Test
  void weavesWhatItCompiles() throws Exception {
    Compilation compilation = orders();

    Compilation.Result result = compilation.run();

    assertThat(result.success()).isTrue();
    assertThat(result.messages(Kind.NOTE)).containsExactly("[SPL098] 1 traced method in 1 class.");
    assertWoven(compilation.output());
  }

  @Test
  void writesSameBytesAsWeaver() throws Exception {
    Compilation inJavac = orders();
    inJavac.run();
    Compilation byWeaver =
        Compilation.in(folder.resolve("other"))
            .source("shop/Orders.java", ORDERS)
            .options("-Aspanloom.weave=false");
    byWeaver.run();
    Weaver.weave(byWeaver.output(), ClassPath.ofTests());

    Compilation.assertSameFiles(
        Compilation.classFiles(inJavac.output()), Compilation.classFiles(byWeaver.output()));
  }

  @Test
  void weaverLeavesWovenClassesUnchanged() throws Exception {
    Compilation compilation = orders();
    compilation.run();
    Map<String, byte[]> before = Compilation.classFiles(compilation.output());

    assertThat(Weaver.weave(compilation.output(), ClassPath.ofTests()).unchangedClasses())
        .isEqualTo(1);

    Compilation.assertSameFiles(Compilation.classFiles(compilation.output()), before);
  }

  @Test
  void leavesWeavingToBuildToolIfOptionIsFalse() throws Exception {
    Compilation compilation = orders().options("-Aspanloom.weave=false");

    Compilation.Result result = compilation.run();

    assertThat(result.success()).isTrue();
    assertThat(result.messages(Kind.NOTE)).hasSize(1).first().asString().startsWith("[SPL098] ");
    assertThat(onlyAspect(compilation.output()).woven()).isEmpty();
  }

  @Test
  void weavesWithProcessorOfAnotherClassLoader() throws Exception {
    Compilation compilation = orders().processor(new SpansProcessor());

    assertThat(compilation.run().messages(Kind.NOTE))
        .containsExactly("[SPL098] 1 traced method in 1 class.");
    assertWoven(compilation.output());
  }

  @Test
  void weavesWithWrappedProcessingEnvironment() throws Exception {
    Compilation compilation = orders().processor(new WrappingProcessor());

    assertThat(compilation.run().messages(Kind.NOTE))
        .containsExactly("[SPL098] 1 traced method in 1 class.");
    assertWoven(compilation.output());
  }

  @Test
  void weavesClassesThatFileManagerKeepsInMemory() {
    MemoryFileManager[] memory = new MemoryFileManager[1];
    Compilation.Result result =
        orders().fileManager(files -> memory[0] = new MemoryFileManager(files)).run();
    Compilation onDisk = Compilation.in(folder.resolve("other")).source("shop/Orders.java", ORDERS);
    onDisk.run();

    assertThat(result.messages(Kind.NOTE)).containsExactly("[SPL098] 1 traced method in 1 class.");
    Compilation.assertSameFiles(memory[0].classes(), Compilation.classFiles(onDisk.output()));
  }

  @Test
  void compilesNothingWithProcOnly() {
    Compilation.Result result = orders().options("-proc:only").run();

    assertThat(result.success()).isTrue();
    assertThat(result.messages(Kind.WARNING)).isEmpty();
  }

  @Test
  void weavesWithWerror() throws Exception {
    Compilation compilation = orders().options("-Werror", "-Xlint:all,-processing,-options");

    assertThat(compilation.run().success()).isTrue();
    assertWoven(compilation.output());
  }

  @Test
  void weavesOnlyExplicitlyCompiledSources() throws Exception {
    orders().run();
    Compilation user =
        Compilation.in(folder)
            .source(
                "shop/User.java",
                "package shop;\nclass User { @io.spanloom.Traced void use(Orders orders) {} }\n")
            .options("-implicit:none", "-sourcepath", folder.resolve("src").toString());

    assertThat(user.run().messages(Kind.NOTE))
        .containsExactly("[SPL098] 1 traced method in 1 class.");
    assertThat(AspectState.read(user.output()))
        .hasSize(2)
        .allSatisfy(aspect -> assertThat(aspect.woven()).isEqualTo(aspect.methods()));
  }

  @Test
  void weavesIncrementalCompilationIntoSameFolder() throws Exception {
    Compilation.in(folder)
        .source("shop/Orders.java", ORDERS)
        .source("shop/Plain.java", PLAIN)
        .run();
    Compilation again =
        Compilation.in(folder)
            .source("shop/Orders.java", ORDERS.replace("void place", "@Deprecated void place"))
            .options("-Xlint:-processing");

    assertThat(again.run().messages(Kind.NOTE))
        .containsExactly("[SPL098] 1 traced method in 1 class.");
    assertWoven(again.output());
  }

  @Test
  void weavesIfOutputFolderIsOnSourcePathAndClassWasDeleted() throws Exception {
    Compilation first =
        Compilation.in(folder).source("shop/Orders.java", ORDERS).source("shop/Plain.java", PLAIN);
    first.run();
    Files.delete(first.output().resolve("shop/Plain.class"));
    Compilation second =
        Compilation.in(folder)
            .source("shop/Orders.java", ORDERS)
            .options("-sourcepath", first.output().toString());

    assertThat(second.run().success()).isTrue();
    assertWoven(second.output());
  }

  @Test
  void doesNotLoadAspectjIfNothingIsTraced() throws Exception {
    String printed =
        Compilation.in(folder)
            .source("shop/Plain.java", PLAIN)
            .processorPath(Compilation.classPathWithoutAspectj())
            .runInNewJvm();

    assertThat(printed).isEqualTo("0\n");
  }

  @Test
  void weavesConcurrentCompilations() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Compilation>> runs =
          List.of(0, 1, 2, 3).stream()
              .<Callable<Compilation>>map(
                  number ->
                      () -> {
                        Compilation compilation =
                            Compilation.in(folder.resolve("run" + number))
                                .source("shop/Orders.java", ORDERS);
                        assertThat(compilation.run().success()).isTrue();
                        return compilation;
                      })
              .toList();
      for (Future<Compilation> run : threads.invokeAll(runs)) {
        assertWoven(run.get().output());
      }
    } finally {
      threads.shutdown();
    }
  }

  private Compilation orders() {
    return Compilation.in(folder).source("shop/Orders.java", ORDERS);
  }

  private static void assertWoven(Path classes) throws Exception {
    AspectState aspect = onlyAspect(classes);
    assertThat(aspect.woven()).isNotEmpty().isEqualTo(aspect.methods());
  }

  private static AspectState onlyAspect(Path classes) throws WeaveException {
    List<AspectState> aspects = AspectState.read(classes);
    assertThat(aspects).hasSize(1);
    return aspects.get(0);
  }

  /** Wraps the processing environment, as incremental build tools do. */
  private static final class WrappingProcessor extends ForwardingProcessor {
    @Override
    public void init(ProcessingEnvironment environment) {
      super.init(
          (ProcessingEnvironment)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {ProcessingEnvironment.class},
                  (proxy, method, arguments) -> method.invoke(environment, arguments)));
    }
  }
}
