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

/** Build tools that compile only what has changed can tell which aspect comes from which class. */
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
  void gradleIsToldThatEachAspectComesFromOneClass() throws IOException {
    String name = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream said = SpansProcessor.class.getResourceAsStream(name)) {
      assertThat(new String(said.readAllBytes(), UTF_8).strip())
          .isEqualTo(SpansProcessor.class.getName() + ",isolating");
    }
  }

  @Test
  void eachAspectAndItsDescriptionOriginateInTheClassAlone() {
    List<String> origins = new ArrayList<>();
    Compiled.by(
        Environment.javac(
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
  void nothingIsWrittenButSourcesAndTheirDescriptions() {
    assertThat(Environment.filesCreated(SOURCE))
        .hasSize(6)
        .containsOnly("createSourceFile", "createResource");
  }

  @Test
  void theAspectOfAnEarlierBuildIsWrittenAnew(@TempDir Path earlier) throws IOException {
    Compiled.of(SOURCE).storeClasses(earlier, Set.of());

    Compiled again =
        Compiled.by(
            Compiled.javac(new SpansProcessor()).withClasspath(Compiled.classPathAnd(earlier)),
            SOURCE);

    assertThat(again.errors()).isEmpty();
    assertThat(again.generated()).hasSize(3);
  }

  @Test
  void theSameSourceGivesTheSameAspectAndDescription() {
    Compiled first = Compiled.of(SOURCE);
    Compiled second = Compiled.of(SOURCE);

    assertThat(second.generated()).isEqualTo(first.generated());
    assertThat(second.fragments()).isEqualTo(first.fragments()).hasSize(3);
  }
}
