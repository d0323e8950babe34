package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.JavaSources;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a workflow are known across compilations. */
@Tag("slow")
final class WorkflowDependenciesTest {

  private static final String STOCK =
      """
      package stock;
      import io.spanloom.WorkflowStep;
      public class Stock {
        @WorkflowStep(workflow = "Check out", value = "Look up") public void lookUp() {}
        @WorkflowStep(workflow = "Check out", after = "Look up") public void reserve() {}
      }
      """;

  @TempDir private Path folder;

  @Test
  void stepOfDependencyIsKnown() throws IOException {
    Path stock = compile("stock", List.of(), STOCK);
    Path pay = compile("pay", List.of(), PAY);
    Path shop =
        compile(
            "shop",
            List.of(stock, pay),
            """
            package shop;
            import io.spanloom.WorkflowStep;
            class Shop {
              @WorkflowStep(workflow = "Check out", after = {"reserve", "charge"}) void ship() {}
            }
            """);

    assertThat(Files.readString(shop.resolve("sources/shop/Shop_Spans.java")))
        .contains(".position(4, 4)", ".after(\"reserve\", \"charge\")");
  }

  private static final String PAY =
      """
      package pay;
      import io.spanloom.WorkflowStep;
      public class Pay {
        @WorkflowStep(workflow = "Check out") public void charge() {}
      }
      """;

  @Test
  void stepOfClassWithDollarInItsNameIsKnown() throws IOException {
    Path stock =
        compile(
            "stock",
            List.of(),
            """
            package stock;
            import io.spanloom.WorkflowStep;
            public class Stock$Room {
              @WorkflowStep(workflow = "w") public void look() {}
              public static class Shelf {
                public static class $Box {
                  @WorkflowStep(workflow = "w", after = "look") public void take() {}
                }
              }
            }
            """);
    Path shop =
        compile(
            "shop",
            List.of(stock),
            """
            package shop;
            import io.spanloom.WorkflowStep;
            class Shop {
              @WorkflowStep(workflow = "w", after = "take") void ship() {}
            }
            """);

    assertThat(Files.readString(shop.resolve("sources/shop/Shop_Spans.java")))
        .contains(".position(3, 3)");
  }

  @Test
  void duplicateOfDependencyIsRejected() throws IOException {
    Path stock = compile("stock", List.of(), STOCK);

    assertThat(
            errors(
                List.of(stock),
                """
                package shop;
                import io.spanloom.WorkflowStep;
                class Shop {
                  @WorkflowStep(workflow = "Check out") void reserve() {}
                }
                """))
        .contains("Shop.java:4: error: [SPL052]", "already has a step 'reserve', in stock.Stock");
  }

  @Test
  void implementationOfDependencyIsNoDuplicate() throws IOException {
    Path api =
        compile(
            "api",
            List.of(),
            """
            package api;
            import io.spanloom.WorkflowStep;
            public interface Packing {
              @WorkflowStep(workflow = "Check out") void pack();
            }
            """);
    Path shop =
        compile(
            "shop",
            List.of(api),
            """
            package shop;
            class Shop {
              static class Box implements api.Packing { public void pack() {} }
              static class Bag implements api.Packing { public void pack() {} }
            }
            """);

    assertThat(Files.readString(shop.resolve("sources/shop/Shop$Box_Spans.java")))
        .contains(".position(1, 1)");
  }

  @Test
  void partialCompilationKnowsOtherStepsOfItsModule() throws IOException {
    compile(
        "shop",
        List.of(),
        """
        package shop;
        import io.spanloom.WorkflowStep;
        class Shop {
          @WorkflowStep(workflow = "w", after = "b") void c() {}
        }
        class Other {
          @WorkflowStep(workflow = "w") void b() {}
          @WorkflowStep(workflow = "w", after = "c") void d() {}
        }
        """);
    Path again =
        compile(
            "shop",
            List.of(folder.resolve("shop")),
            """
            package shop;
            import io.spanloom.WorkflowStep;
            class Shop {
              @WorkflowStep(workflow = "w", after = "b") void c() {}
            }
            """);

    assertThat(Files.readString(again.resolve("sources/shop/Shop_Spans.java")))
        .contains(".position(2, 3)");
  }

  private String errors(List<Path> dependencies, String source) throws IOException {
    StringWriter output = new StringWriter();
    assertThat(run(folder.resolve("rejected"), dependencies, source, output)).isFalse();
    return output.toString();
  }

  private Path compile(String name, List<Path> dependencies, String source) throws IOException {
    StringWriter output = new StringWriter();
    Path target = folder.resolve(name);
    assertThat(run(target, dependencies, source, output)).as(output::toString).isTrue();
    return target;
  }

  private static boolean run(
      Path target, List<Path> dependencies, String source, StringWriter output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      Files.createDirectories(target.resolve("sources"));
      List<Path> classPath = new ArrayList<>(dependencies);
      files.getLocationAsPaths(StandardLocation.CLASS_PATH).forEach(classPath::add);
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(target));
      files.setLocationFromPaths(
          StandardLocation.SOURCE_OUTPUT, List.of(target.resolve("sources")));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output, files, null, List.of("-Aspanloom.weave=false"), null, JavaSources.of(source));
      task.setProcessors(List.of(new SpansProcessor()));
      return task.call();
    }
  }
}
