package io.spanloom.telemetry.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.support.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSamplerTest {

  private static final String UNTIL = "All is kept.";

  @TempDir private Path folder;

  @Test
  void changedRulesCountAndAreSaid() throws IOException {
    Path file = write("* = 0.1");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      FileSampler sampler = sampler(file);
      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.1}");
      write("* = 0.2");

      sampler.check();
      sampler.check();

      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.2}");
      assertThat(log.lines())
          .containsExactly("INFO The sampling rules are now those of " + file + ": * = 0.2");
    }
  }

  @Test
  void aFileThatBecomesBadKeepsItsRulesAndSaysSoOncePerChange() throws IOException {
    Path file = write("* = 0.1");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      FileSampler sampler = sampler(file);
      write("# a\n* = 2");
      sampler.check();
      sampler.check();
      Files.delete(file);
      sampler.check();
      sampler.check();

      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.1}");
      assertThat(log.lines())
          .containsExactly(
              "WARNING "
                  + file
                  + ", line 2, column 5: '2' is neither a ratio from 0 to 1 nor a rate such as 10/s."
                  + " The rules that it held before remain.",
              "WARNING The file "
                  + file
                  + " with sampling rules does not exist. The rules that it held before remain.");

      write("* = 0.3");
      sampler.check();
      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.3}");
    }
  }

  @Test
  void aFileThatIsBadFromTheStartIsMendedWhileTheProgramRuns() throws IOException {
    Path file = folder.resolve("rules");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      FileSampler sampler = sampler(file);
      assertThat(sampler.getDescription()).isEqualTo("AlwaysOnSampler");
      assertThat(log.lines())
          .containsExactly(
              "WARNING The file " + file + " with sampling rules does not exist. " + UNTIL);

      write("\uFEFF* = 0.3");
      sampler.check();

      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.3}");
    }
  }

  @Test
  void whatIsNoFileOrTooLongIsSaid() throws IOException {
    Path file = write("#".repeat(70_000));
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      sampler(file);
      sampler(folder);
      new FileSampler(new RulesFile("\0"), Sampler.alwaysOn(), UNTIL, System::nanoTime);

      assertThat(log.lines()).hasSize(3);
      assertThat(log.lines().get(0)).contains("with sampling rules has more than 65536 bytes.");
      assertThat(log.lines().get(1)).contains(" is not a file.");
      assertThat(log.lines().get(2)).contains(" cannot be read (");
    }
  }

  @Test
  void theThreadThatWatchesIsADaemonAndEndsWhenInterrupted() throws Exception {
    FileSampler sampler = sampler(write("* = 0.1"));
    Thread watch = FileWatch.start(sampler);

    assertThat(watch.isDaemon()).isTrue();
    watch.interrupt();
    watch.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(watch.isAlive()).isFalse();
    assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.1}");
  }

  private static FileSampler sampler(Path file) {
    return new FileSampler(
        new RulesFile(file.toString()), Sampler.alwaysOn(), UNTIL, System::nanoTime);
  }

  private Path write(String rules) throws IOException {
    return Files.writeString(folder.resolve("rules"), rules);
  }
}
