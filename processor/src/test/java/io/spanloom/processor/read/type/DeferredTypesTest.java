package io.spanloom.processor.read.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeferredTypesTest {

  private static final Path SCHEMA = Path.of("../docs/spans.schema.json");
  private static final Pattern ENDS =
      Pattern.compile("\"endsWith\": \\{[^}]*\"enum\": \\[([^]]*)]", Pattern.DOTALL);

  @Test
  void schemaListsEachEndOfSpan() throws Exception {
    Set<String> expected =
        Stream.of(DeferredTypes.OBSERVED, DeferredTypes.LAZY)
            .flatMap(entries -> entries.stream().map(DeferredTypes.Entry::endsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    expected.add("return"); // a method without a deferred result
    expected.add("result"); // a result that @ResultAdapter observes
    expected.add("handler"); // a parameter that receives the chunks of an AI call

    Matcher schema = ENDS.matcher(Files.readString(SCHEMA));
    assertThat(schema.find()).isTrue();
    assertThat(
            Pattern.compile("\"([^\"]+)\"")
                .matcher(schema.group(1))
                .results()
                .map(DeferredTypesTest::value))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String value(MatchResult literal) {
    return literal.group(1);
  }
}
