package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.check.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DocumentedCodesTest {

  private static final Pattern HEADING = Pattern.compile("(?m)^### `(SPL[01]\\d\\d)` .+$");

  @Test
  void everyProcessorCodeHasADocumentationSection() throws IOException {
    String text = Files.readString(Path.of("../docs/diagnostics.md"));

    assertThat(HEADING.matcher(text).results().map((MatchResult heading) -> heading.group(1)))
        .containsExactlyElementsOf(Arrays.stream(Code.values()).map(Code::toString).toList());
  }
}
