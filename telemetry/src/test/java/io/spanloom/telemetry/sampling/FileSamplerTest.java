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

  private static final String CONSEQUENCE = "All traces are sampled.";

  @TempDir private Path folder;

  @Test
  void appliesAndLogsChangedRules() throws IOException {
    Path file = write("* = 0.1");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      FileSampler sampler = sampler(file);
      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.1}");
      write("* = 0.2");

      sampler.reload();
      sampler.reload();

      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.2}");
      assertThat(log.lines())
          .containsExactly("INFO Loaded sampling rules from " + file + ": * = 0.2");
    }
  }

  @Test
  void keepsRulesWhenFileBecomesInvalidAndWarnsOncePerChange() throws IOException {
    Path file = write("* = 0.1");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      FileSampler sampler = sampler(file);
      write("# a\n* = 2");
      sampler.reload();
      sampler.reload();
      Files.delete(file);
      sampler.reload();
      sampler.reload();

      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.1}");
      assertThat(log.lines())
          .containsExactly(
              "WARNING Invalid rules in SPANLOOM_SAMPLING_FILE '"
                  + file
                  + "', line 2, column 5: '2' is neither a ratio from 0 to 1 nor a rate such as"
                  + " 10/s. The previous rules remain in effect.",
              "WARNING Cannot read SPANLOOM_SAMPLING_FILE '"
                  + file
                  + "': the file does not exist. The previous rules remain in effect.");

      write("* = 0.3");
      sampler.reload();
      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.3}");
    }
  }

  @Test
  void appliesFileThatIsFixedWhileProgramRuns() throws IOException {
    Path file = folder.resolve("rules");
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      FileSampler sampler = sampler(file);
      assertThat(sampler.getDescription()).isEqualTo("AlwaysOnSampler");
      assertThat(log.lines())
          .containsExactly(
              "WARNING Cannot read SPANLOOM_SAMPLING_FILE '"
                  + file
                  + "': the file does not exist. "
                  + CONSEQUENCE);

      write("\uFEFF* = 0.3");
      sampler.reload();

      assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.3}");
    }
  }

  @Test
  void reportsUnreadableFiles() throws IOException {
    Path file = write("#".repeat(70_000));
    try (LogCapture log = LogCapture.of("io.spanloom.telemetry")) {
      sampler(file);
      sampler(folder);
      new FileSampler(new RulesFile("\0"), Sampler.alwaysOn(), CONSEQUENCE, System::nanoTime);

      assertThat(log.lines()).hasSize(3);
      assertThat(log.lines().get(0)).contains("': the file exceeds 65536 bytes.");
      assertThat(log.lines().get(1)).contains("': not a regular file.");
      assertThat(log.lines().get(2)).contains("': java.nio.file.InvalidPathException: ");
    }
  }

  @Test
  void watchThreadIsDaemonAndEndsWhenInterrupted() throws Exception {
    FileSampler sampler = sampler(write("* = 0.1"));
    Thread watch = RulesFileWatch.start(sampler);

    assertThat(watch.isDaemon()).isTrue();
    watch.interrupt();
    watch.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(watch.isAlive()).isFalse();
    assertThat(sampler.getDescription()).isEqualTo("RuleSampler{* = 0.1}");
  }

  private static FileSampler sampler(Path file) {
    return new FileSampler(
        new RulesFile(file.toString()), Sampler.alwaysOn(), CONSEQUENCE, System::nanoTime);
  }

  private Path write(String rules) throws IOException {
    return Files.writeString(folder.resolve("rules"), rules);
  }
}
