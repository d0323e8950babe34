package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.SpansProcessor;
import io.spanloom.support.ClassPath;
import io.spanloom.support.ForkedJvm;
import io.spanloom.support.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compiles and runs a program with one older version of each client, and checks its spans and the
 * messages of the processor. The build copies the jars to {@code target/older}.
 */
@Tag("slow")
final class OlderClientsTest {

  private static final Path SOURCES = Path.of("src", "test", "java", "program");

  /** A client, its program, the span with the newest version, and what the older one lacks. */
  enum OlderClient {
    OPENAI("OpenAiProgram", OpenAiTest.CHAT, List.of()),
    ANTHROPIC("AnthropicProgram", AnthropicTest.MESSAGE, List.of()),
    GOOGLE("GoogleProgram", GoogleGenAiTest.CONTENT, List.of()),
    BEDROCK("BedrockProgram", BedrockTest.CONVERSE, List.of()),
    LANGCHAIN4J("LangChain4jProgram", LangChain4jTest.OPENAI, List.of()),
    SPRING_AI("SpringAiProgram", SpringAiTest.CHAT, List.of());

    private final String program;
    private final String span;
    private final List<String> missing;

    OlderClient(String program, String span, List<String> missing) {
      this.program = program;
      this.span = span;
      this.missing = missing;
    }

    /** Returns the class path of the tests, with the older jars instead of the newest. */
    private List<Path> classPath() throws IOException {
      Path folder = Path.of("target", "older", program);
      List<Path> older;
      try (Stream<Path> jars = Files.list(folder)) {
        older = jars.sorted().toList();
      }
      List<Pattern> replaced =
          older.stream()
              .map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
              .map(name -> Pattern.compile(Pattern.quote(name) + "-\\d.*\\.jar"))
              .toList();
      Stream<Path> others =
          ClassPath.ofTests().stream()
              .filter(
                  entry ->
                      replaced.stream()
                          .noneMatch(jar -> jar.matcher(entry.getFileName().toString()).matches()));
      return Stream.concat(older.stream(), others).toList();
    }
  }

  @TempDir private Path classes;

  @ParameterizedTest
  @EnumSource
  void recordsSpanAndReportsMissingAccessors(OlderClient client) throws Exception {
    List<Path> classPath = client.classPath();
    Javac.Result result =
        Javac.into(classes)
            .processors(new SpansProcessor())
            .classPath(classPath)
            .tryFiles(
                Stream.of("package-info", "Call", client.program)
                    .map(name -> SOURCES.resolve(name + ".java"))
                    .toList());
    assertThat(result.succeeded()).as("%s", result.diagnostics()).isTrue();
    assertThat(
            result.diagnostics().stream()
                .filter(note -> note.getKind() == Diagnostic.Kind.NOTE)
                .map(note -> note.getMessage(null))
                .filter(note -> note.contains("[SPL030]"))
                .toList())
        .usingElementComparator((note, part) -> note.contains(part) ? 0 : 1)
        .isEqualTo(client.missing);

    String output =
        ForkedJvm.of("program." + client.program)
            .classPath(Stream.concat(Stream.of(classes), classPath.stream()).toList())
            .run();
    assertThat(output.substring(output.indexOf(client.span.substring(0, 4))))
        .isEqualTo(client.span);
  }
}
