package io.spanloom.telemetry.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the rules that a file holds, or held when it was last as it should be. */
final class FileSampler implements Sampler {

  private static final Logger LOGGER = Logger.getLogger(FileSampler.class.getName());

  private final RulesFile file;
  private final LongSupplier nanoTime;
  private volatile Sampler current;
  private String remaining;
  private @Nullable String seen;

  /**
   * Makes a sampler and reads the file for the first time.
   *
   * @param file the file
   * @param before decides until the file is as it should be
   * @param sentence says so
   * @param nanoTime the time that limits go by, in nanoseconds
   */
  FileSampler(RulesFile file, Sampler before, String sentence, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
    this.current = before;
    this.remaining = sentence;
    check();
  }

  /** Reads the file again, and says what is wrong with it once per change. */
  synchronized void check() {
    try {
      String text = file.text();
      if (!text.equals(seen)) {
        boolean first = seen == null;
        seen = text;
        use(SamplingRules.parse(text), first);
      }
    } catch (SamplingRulesException fault) {
      LOGGER.warning(file + ", " + fault.getMessage() + ". " + remaining);
    } catch (RulesFile.Unreadable fault) {
      if (!Objects.equals(fault.getMessage(), seen)) {
        seen = fault.getMessage();
        LOGGER.warning(
            "The file " + file + " with sampling rules " + fault.getMessage() + ". " + remaining);
      }
    }
  }

  private void use(SamplingRules rules, boolean first) {
    current = new RuleSampler(rules, nanoTime);
    remaining = "The rules that it held before remain.";
    if (!first) {
      LOGGER.info("The sampling rules are now those of " + file + ": " + rules);
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
