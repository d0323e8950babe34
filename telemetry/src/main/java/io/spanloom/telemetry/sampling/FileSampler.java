package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.telemetry.settings.UserLog;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Samples by the last valid rules of a file. */
final class FileSampler implements Sampler {

  private final RulesFile file;
  private final LongSupplier nanoTime;
  private volatile Sampler current;
  private String consequence;
  private @Nullable String lastSeen;

  /**
   * Creates a sampler and reads the file for the first time.
   *
   * @param file the file
   * @param fallback decides until the file has been valid once
   * @param consequence a sentence that describes the fallback to the user
   * @param nanoTime the clock of rate limits, in nanoseconds
   */
  FileSampler(RulesFile file, Sampler fallback, String consequence, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
    this.current = fallback;
    this.consequence = consequence;
    reload();
  }

  /** Reads the file again and logs a warning if it has become invalid since the last call. */
  synchronized void reload() {
    try {
      String text = file.read();
      if (!text.equals(lastSeen)) {
        boolean first = lastSeen == null;
        lastSeen = text;
        use(SamplingRules.parse(text), first);
      }
    } catch (SamplingRulesException invalid) {
      UserLog.warn(
          "Invalid rules in %s '%s', %s. %s"
              .formatted(SamplingSetting.FILE, file, invalid.getMessage(), consequence));
    } catch (RulesFile.UnreadableException unreadable) {
      if (!Objects.equals(unreadable.getMessage(), lastSeen)) {
        lastSeen = unreadable.getMessage();
        UserLog.warn(
            "Cannot read %s '%s': %s. %s"
                .formatted(SamplingSetting.FILE, file, unreadable.getMessage(), consequence));
      }
    }
  }

  private void use(SamplingRules rules, boolean first) {
    current = new RuleSampler(rules, nanoTime);
    consequence = "The previous rules remain in effect.";
    if (!first) {
      UserLog.info("Loaded sampling rules from %s: %s".formatted(file, rules));
    }
  }

  @Override
  public SamplingResult shouldSample(
      Context parentContext,
      String traceId,
      String name,
      SpanKind spanKind,
      Attributes attributes,
      List<LinkData> parentLinks) {
    return current.shouldSample(parentContext, traceId, name, spanKind, attributes, parentLinks);
  }

  @Override
  public String getDescription() {
    return current.getDescription();
  }

  @Override
  public String toString() {
    return getDescription();
  }
}
