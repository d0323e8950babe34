package io.spanloom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentedExampleTest {

  @ParameterizedTest
  @ValueSource(strings = {"OrderService", "OrderServiceTest"})
  void documentationContainsTestedExample(String type) throws IOException {
    String source = Files.readString(Path.of("src/test/java/shop", type + ".java"));

    assertThat(Path.of("../docs/testing.md"))
        .content()
        .contains("```java\n" + source.strip() + "\n```");
  }
}
