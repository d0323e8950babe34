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
 * Good sources, each broken at a random place: whatever comes of it, the processor does not fail,
 * and what it writes compiles. The places are the same in each run; {@code -Dspanloom.mutants=100}
 * makes more of them.
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
  void aSourceThatWasBrokenAnywhereIsTracedOrRefused(Path file) throws IOException {
    String source = Files.readString(file);
    Random random = new Random(file.getFileName().toString().hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      mustBeTracedOrRefused(Mutation.of(source, random));
    }
  }

  private static void mustBeTracedOrRefused(String source) {
    Set<String> alone = Compiled.by(Compiled.javac(), source).errorsOfJavac();
    Compiled traced = Compiled.of(source);

    assertThat(traced.result().diagnostics())
        .as(source)
        .noneMatch(said -> said.getMessage(null).contains("[" + Code.INTERNAL + "]"));
    if (traced.complaints().isEmpty()) {
      assertThat(traced.errorsOfJavac()).as(source).isEqualTo(alone);
    } else {
      // After an error of a processor, javac does not look into the methods' bodies any more.
      assertThat(alone).as(source).containsAll(traced.errorsOfJavac());
    }
  }
}
