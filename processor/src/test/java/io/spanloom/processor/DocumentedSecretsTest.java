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

/** The processor and spanloom-telemetry share the documented list of sensitive words. */
@Tag("slow")
final class DocumentedSecretsTest {

  private static final Pattern WORD = Pattern.compile("`([\\w. ]+)`");

  @Test
  void rejectsEveryDocumentedWord() throws IOException {
    assertThat(documentedWords("A secret"))
        .hasSizeGreaterThan(20)
        .allMatch(word -> rejects("x." + word));
    assertThat(documentedWords("Content"))
        .hasSizeGreaterThan(5)
        .allMatch(word -> rejects("x." + word));
  }

  @Test
  void acceptsEveryDocumentedException() throws IOException {
    assertThat(documentedWords("Harmless"))
        .hasSizeGreaterThan(20)
        .noneMatch(word -> rejects("x.token." + word));
  }

  private static boolean rejects(String key) {
    return CompiledSources.of(
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
        .anyMatch(error -> error.getMessage(null).contains(Code.SENSITIVE_ATTRIBUTE.toString()));
  }

  private static List<String> documentedWords(String item) throws IOException {
    String text = Files.readString(Path.of("../docs/attributes.md"));
    String start = text.substring(text.indexOf("- **" + item + "**"));
    String words = start.substring(0, start.indexOf(item.equals("Harmless") ? "\n\n" : "\n- **"));
    return WORD.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toList());
  }
}
