package io.spanloom.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link Imports} lists the names of generated code that do not come from the user's code. */
final class ImportsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path EXPECTED = GOLDEN.resolve("expected");
  private static final Pattern COMMENT_OR_STRING =
      Pattern.compile("/\\*.*?\\*/|//.*?\n|\"(\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
  private static final Pattern SIMPLE_NAME = Pattern.compile("(?<![\\w.$])[A-Z]\\w*");

  @Test
  void listsEveryJavaLangTypeOfGeneratedCode() throws IOException {
    SortedSet<String> used = new TreeSet<>();
    for (Path expected : generatedFiles()) {
      SortedSet<String> names = javaLangNames(expected);
      names.removeAll(javaLangNames(inputOf(expected)));
      used.addAll(names);
    }

    assertThat(used).isNotEmpty().isSubsetOf(Imports.REFERENCES.javaLangNames());
  }

  private static List<Path> generatedFiles() throws IOException {
    try (Stream<Path> files = Files.walk(EXPECTED)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Returns the source of the class for whose aspect a file is expected. */
  private static Path inputOf(Path expected) {
    String outermost =
        expected.getFileName().toString().replaceFirst("(\\$|_Spans|_Context).*", "");
    return GOLDEN
        .resolve("input")
        .resolve(EXPECTED.relativize(expected))
        .resolveSibling(outermost + ".java");
  }

  private static SortedSet<String> javaLangNames(Path file) throws IOException {
    SortedSet<String> result = new TreeSet<>();
    SIMPLE_NAME
        .matcher(COMMENT_OR_STRING.matcher(Files.readString(file)).replaceAll(" "))
        .results()
        .map(found -> found.group())
        .filter(ImportsTest::isInJavaLang)
        .forEach(result::add);
    return result;
  }

  private static boolean isInJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }
}
