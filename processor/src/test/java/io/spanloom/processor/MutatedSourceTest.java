package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.processor.check.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutates valid sources at random positions: the processor never fails, and its output compiles.
 * The positions are the same in each run; {@code -Dspanloom.mutants=100} tests more of them.
 */
@Tag("slow")
final class MutatedSourceTest {

  private static final int MUTANTS = Integer.getInteger("spanloom.mutants", 4);

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden/input"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void tracesOrRejectsMutatedSource(Path file) throws IOException {
    String source = Files.readString(file);
    Random random = new Random(file.getFileName().toString().hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      assertTracedOrRejected(Mutation.of(source, random));
    }
  }

  private static void assertTracedOrRejected(String source) {
    Set<String> withoutProcessor =
        CompiledSources.by(CompiledSources.javac(), source).javacErrorPositions();
    CompiledSources traced = CompiledSources.of(source);

    assertThat(traced.result().diagnostics())
        .as(source)
        .noneMatch(message -> message.getMessage(null).contains("[" + Code.INTERNAL + "]"));
    if (traced.problems().isEmpty()) {
      assertThat(traced.javacErrorPositions()).as(source).isEqualTo(withoutProcessor);
    } else {
      // After an error of a processor, javac does not check method bodies.
      assertThat(withoutProcessor).as(source).containsAll(traced.javacErrorPositions());
    }
  }
}
