package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.check.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documentation lists what looks like a secret; spanloom-telemetry goes by the same list. */
@Tag("slow")
final class DocumentedSecretsTest {

  private static final Pattern WORD = Pattern.compile("`([\\w. ]+)`");

  @Test
  void eachDocumentedWordIsRefused() throws IOException {
    assertThat(documented("A secret"))
        .hasSizeGreaterThan(20)
        .allMatch(word -> refuses("x." + word));
    assertThat(documented("Content")).hasSizeGreaterThan(5).allMatch(word -> refuses("x." + word));
  }

  @Test
  void noneOfTheDocumentedExceptionsIs() throws IOException {
    assertThat(documented("Neither"))
        .hasSizeGreaterThan(20)
        .noneMatch(word -> refuses("x.token." + word));
  }

  private static boolean refuses(String key) {
    return Compiled.of(
            """
            package shop;
            import io.spanloom.SpanAttribute;
            import io.spanloom.Traced;
            class Orders {
              @Traced void place(@SpanAttribute("%s") String value) {}
            }
            """
                .formatted(key))
        .result()
        .errors()
        .stream()
        .anyMatch(error -> error.getMessage(null).contains(Code.LOOKS_SECRET.toString()));
  }

  private static List<String> documented(String what) throws IOException {
    String text = Files.readString(Path.of("../docs/attributes.md"));
    String item = text.substring(text.indexOf("- **" + what + "**"));
    String words = item.substring(0, item.indexOf(what.equals("Neither") ? "\n\n" : "\n- **"));
    return WORD.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toList());
  }
}
