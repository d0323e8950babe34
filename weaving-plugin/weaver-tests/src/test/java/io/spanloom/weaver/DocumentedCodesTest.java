package io.spanloom.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DocumentedCodesTest {

  private static final Pattern HEADING = Pattern.compile("(?m)^### `(SPL2(?![23])\\d\\d)` .+$");

  @Test
  void documentsEveryCode() throws IOException {
    String text = Files.readString(Path.of("../../docs/diagnostics.md"));

    assertThat(HEADING.matcher(text).results().map((MatchResult heading) -> heading.group(1)))
        .containsExactlyElementsOf(Arrays.stream(WeaverCode.values()).map(WeaverCode::id).toList());
  }
}
