package io.spanloom.telemetry.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentedExamplesTest {

  @ParameterizedTest
  @ValueSource(strings = {"Wiring", "Identities"})
  void documentationQuotesTheCompiledExample(String type) throws IOException {
    String source = Files.readString(Path.of("src/test/java/shop", type + ".java"));

    assertThat(Path.of("../docs/telemetry.md"))
        .content()
        .contains("```java\n" + source.strip() + "\n```");
  }
}
