package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incremental builds can map each generated file to a single class. */
final class IncrementalBuildTest {

  private static final String SOURCE =
      """
      package shop;
      import io.spanloom.Traced;
      class Orders {
        @Traced void place() {}
        static class Inner {
          @Traced void place() {}
          static class Deep { @Traced Deep() {} }
        }
      }
      """;

  @Test
  void declaresIsolatingProcessorForGradle() throws IOException {
    String name = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream declaration = SpansProcessor.class.getResourceAsStream(name)) {
      assertThat(new String(declaration.readAllBytes(), UTF_8).strip())
          .isEqualTo(SpansProcessor.class.getName() + ",isolating");
    }
  }

  @Test
  void generatedFilesOriginateInTheirClass() {
    List<String> origins = new ArrayList<>();
    CompiledSources.by(
        InterceptedJavac.with(
            (method, arguments) -> {
              if (method.equals("createSourceFile")) {
                Element[] elements = (Element[]) arguments[1];
                origins.add(arguments[0] + " from " + Arrays.toString(elements));
              } else if (method.equals("createResource")) {
                Element[] elements = (Element[]) arguments[3];
                origins.add(
                    "%s.%s in %s from %s"
                        .formatted(
                            arguments[1], arguments[2], arguments[0], Arrays.toString(elements)));
              }
            }),
        SOURCE);

    assertThat(origins)
        .containsExactlyInAnyOrder(
            "shop.Orders_Spans from [shop.Orders]",
            "shop.Orders_Spans.json in SOURCE_OUTPUT from [shop.Orders]",
            "shop.Orders$Inner_Spans from [shop.Orders.Inner]",
            "shop.Orders$Inner_Spans.json in SOURCE_OUTPUT from [shop.Orders.Inner]",
            "shop.Orders$Inner$Deep_Spans from [shop.Orders.Inner.Deep]",
            "shop.Orders$Inner$Deep_Spans.json in SOURCE_OUTPUT from [shop.Orders.Inner.Deep]");
  }

  @Test
  void writesOnlySourcesAndSpanDescriptions() {
    assertThat(InterceptedJavac.createdFiles(SOURCE))
        .hasSize(6)
        .containsOnly("createSourceFile", "createResource");
  }

  @Test
  void replacesAspectOfEarlierBuild(@TempDir Path earlier) throws IOException {
    CompiledSources.of(SOURCE).storeClasses(earlier, Set.of());

    CompiledSources again =
        CompiledSources.by(
            CompiledSources.javac(new SpansProcessor())
                .withClasspath(CompiledSources.classPathWith(earlier)),
            SOURCE);

    assertThat(again.errors()).isEmpty();
    assertThat(again.generated()).hasSize(3);
  }

  @Test
  void generatesSameFilesForSameSource() {
    CompiledSources first = CompiledSources.of(SOURCE);
    CompiledSources second = CompiledSources.of(SOURCE);

    assertThat(second.generated()).isEqualTo(first.generated());
    assertThat(second.spanDescriptions()).isEqualTo(first.spanDescriptions()).hasSize(3);
  }
}
