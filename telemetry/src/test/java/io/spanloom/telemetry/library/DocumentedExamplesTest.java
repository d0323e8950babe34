package io.spanloom.telemetry.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentedExamplesTest {

  @ParameterizedTest
  @CsvSource({"Wiring, http-jdbc.md", "Identities, identity.md"})
  void documentationQuotesTheCompiledExample(String type, String page) throws IOException {
    String source = Files.readString(Path.of("src/test/java/shop", type + ".java"));

    assertThat(Path.of("../docs/telemetry", page))
        .content()
        .contains("```java\n" + source.strip() + "\n```");
  }
}
