package io.spanloom.runtime.woven;

import io.spanloom.runtime.AiUsage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the request and the response of one AI call reveal, until the call ends. The call's
 * context contains it. Safe for use by multiple threads; values that are null are ignored.
 */
public final class AiResult {

  final TracedSite site;
  final AiSettings settings;

  /** The call's part in the loops of agents, or null if it has none. */
  final @Nullable LoopCall loop;

  private @Nullable String requestModel;
  private @Nullable String responseModel;
  private @Nullable String recordedModel;
  private @Nullable String id;
  private List<String> finishReasons = List.of();
  private final AiTokens tokens = new AiTokens();
  private final RecordedUsages recorded = new RecordedUsages();
  private long toolCalls;

  AiResult(TracedSite site, AiSettings settings, @Nullable LoopCall loop) {
    this.site = site;
    this.settings = settings;
    this.loop = loop;
    this.requestModel = settings.model();
  }

  /** Takes over what another collector knows of the request. */
  void copyRequest(AiResult other) {
    String model;
    synchronized (other) {
      model = other.requestModel;
    }
    synchronized (this) {
      requestModel = model;
    }
  }

  /** Returns whether the call has, or will have, the tokens of the model. */
  synchronized boolean recordsTokens() {
    return settings.readsTokens() || !recorded.isEmpty();
  }

  synchronized void requestModel(String model) {
    requestModel = model;
  }

  synchronized void record(AiUsage usage) {
    recorded.add(usage, recordedModel);
  }

  synchronized void recordModel(String model) {
    recordedModel = model;
  }

  /**
   * Sets {@code gen_ai.response.model}, whose price takes precedence over the requested one's.
   *
   * @param model the model that responded
   */
  public synchronized void model(@Nullable String model) {
    responseModel = model == null || model.isEmpty() ? responseModel : model;
  }

  /**
   * Sets {@code gen_ai.response.id}.
   *
   * @param value the response's ID
   */
  public synchronized void id(@Nullable String value) {
    id = value == null || value.isEmpty() ? id : value;
  }

  /**
   * Adds an element of {@code gen_ai.response.finish_reasons}.
   *
   * @param reason the reason, in upper or lower case; {@code STOP} becomes {@code stop}
   */
  public synchronized void finishReason(@Nullable String reason) {
    if (reason != null && !reason.isEmpty()) {
      String value = TextLimit.truncate(reason.toLowerCase(Locale.ROOT));
      finishReasons =
          finishReasons.isEmpty()
              ? List.of(value)
              : Stream.concat(finishReasons.stream(), Stream.of(value)).toList();
    }
  }

  /**
   * Adds to {@code ai.tool.calls_count}.
   *
   * @param calls the number of tool calls that the model requests
   */
  public synchronized void toolCalls(@Nullable Number calls) {
    toolCalls += calls == null ? 0 : Math.max(0, calls.longValue());
  }

  /**
   * Sets the input tokens.
   *
   * @param value the tokens of the request
   */
  public synchronized void inputTokens(@Nullable Number value) {
    tokens.input = tokens.read(value);
  }

  /**
   * Sets the input tokens of a client that reports a missing usage as zeros: zero is unknown.
   *
   * @param value the tokens of the request
   */
  public synchronized void nonzeroInputTokens(@Nullable Number value) {
    inputTokens(value);
    if (tokens.input != null && tokens.input == 0) {
      tokens.discard();
    }
  }

  /**
   * Sets input tokens that the provider does not count as such, for example those of tool results.
   *
   * @param value the tokens
   */
  public synchronized void moreInputTokens(@Nullable Number value) {
    tokens.moreInput = tokens.readPart(value);
  }

  /**
   * Sets the output tokens.
   *
   * @param value the tokens of the response
   */
  public synchronized void outputTokens(@Nullable Number value) {
    tokens.output = tokens.read(value);
  }

  /**
   * Sets the total, which is only used if it cannot be derived.
   *
   * @param value the total as the client reports it
   */
  public synchronized void totalTokens(@Nullable Number value) {
    tokens.total = tokens.read(value);
  }

  /**
   * Sets the tokens that were read from the cache and that the input tokens include.
   *
   * @param value the tokens
   */
  public synchronized void cacheReadTokens(@Nullable Number value) {
    tokens.cacheRead = tokens.read(value);
  }

  /**
   * Sets the tokens that were read from the cache and that the input tokens do not include.
   *
   * @param value the tokens
   */
  public synchronized void separateCacheReadTokens(@Nullable Number value) {
    tokens.separateCacheRead = tokens.readPart(value);
  }

  /**
   * Sets the tokens that were written to the cache and that the input tokens include.
   *
   * @param value the tokens
   */
  public synchronized void cacheCreationTokens(@Nullable Number value) {
    tokens.cacheCreation = tokens.read(value);
  }

  /**
   * Sets the tokens that were written to the cache and that the input tokens do not include.
   *
   * @param value the tokens
   */
  public synchronized void separateCacheCreationTokens(@Nullable Number value) {
    tokens.separateCacheCreation = tokens.readPart(value);
  }

  /**
   * Sets the reasoning tokens that the output tokens include.
   *
   * @param value the tokens
   */
  public synchronized void reasoningTokens(@Nullable Number value) {
    tokens.reasoning = tokens.read(value);
  }

  /**
   * Sets the reasoning tokens that the output tokens do not include.
   *
   * @param value the tokens
   */
  public synchronized void separateReasoningTokens(@Nullable Number value) {
    tokens.separateReasoning = tokens.readPart(value);
  }

  /**
   * Logs that a part of the response without tokens could not be read. Its attributes are missing.
   *
   * @param failure the exception that an accessor threw, whose message is not logged
   */
  public void unreadable(Throwable failure) {
    TracingFailures.swallowWithoutMessage("reading the response of an AI call", failure);
  }

  /**
   * Logs that some numbers of tokens could not be read. They and the cost are missing.
   *
   * @param failure the exception that an accessor threw, whose message is not logged
   */
  public synchronized void unreadableTokens(Throwable failure) {
    tokens.incomplete = true;
    unreadable(failure);
  }

  /**
   * Logs that some numbers of tokens could not be read. All are missing, because they are sums.
   *
   * @param failure the exception that an accessor threw, whose message is not logged
   */
  public synchronized void unreadableSums(Throwable failure) {
    tokens.discard();
    unreadable(failure);
  }

  /** Returns what is known at the end of the call. */
  synchronized AiSummary summary() {
    AiUsage usage = recorded.isEmpty() ? tokens.usage() : recorded.sum();
    String model = recordedModel == null ? responseModel : recordedModel;
    AiSummary summary =
        new AiSummary(
            settings,
            requestModel,
            model,
            id,
            finishReasons,
            usage,
            recorded.isEmpty() ? tokens.reportedTotal() : null,
            toolCalls,
            AiCost.of(
                settings.provider(),
                model == null ? requestModel : model,
                usage,
                tokens,
                recorded));
    return loop == null ? summary : loop.own(summary, !recorded.isEmpty());
  }
}
