package io.spanloom.runtime.woven;

import io.spanloom.runtime.AiUsage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the request and the response of one AI call reveal, until the call ends. The call's
 * context contains it. Safe for use by multiple threads; values that are null are ignored.
 */
public final class AiResult extends AiResultTokens {

  final TracedSite site;
  final AiSettings settings;

  private @Nullable String requestModel;
  private @Nullable String responseModel;
  private @Nullable String recordedModel;
  private @Nullable String id;
  private final List<String> finishReasons = new ArrayList<>();
  private final RecordedUsages recorded = new RecordedUsages();
  private final Set<String> toolCallIds = new HashSet<>();
  private final AiStream.@Nullable Clock stream;
  private @Nullable DeferredEnd<?> end;
  private long toolCalls;

  AiResult(TracedSite site, AiSettings settings) {
    super(settings.isStreaming());
    this.site = site;
    this.settings = settings;
    this.requestModel = settings.model();
    this.stream = settings.isStreaming() ? new AiStream.Clock() : null;
  }

  /** Ends the call with a deferred result, although its method does not return that. */
  synchronized void endWith(DeferredEnd<?> later) {
    end = later;
  }

  /**
   * Returns whether the call ends with a deferred result, which a failure of the method ends now.
   *
   * @param error the exception that the method threw, or null if it returned
   */
  boolean endsLater(@Nullable Throwable error) {
    DeferredEnd<?> later;
    synchronized (this) {
      later = end;
    }
    if (later != null && error != null) {
      later.fail(error);
    }
    return later != null;
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

  synchronized void requestModel(String model) {
    requestModel = model;
  }

  synchronized void record(AiUsage usage) {
    recorded.add(usage, recordedModel);
  }

  synchronized void recordModel(String model) {
    recordedModel = model;
  }

  /** Counts a chunk of a stream, which is read afterwards. */
  synchronized void chunk() {
    if (stream != null) {
      stream.chunk();
    }
  }

  /**
   * Sets {@code gen_ai.response.model}, unless an earlier chunk of a stream did. The cost is
   * calculated for this model instead of the requested one.
   *
   * @param model the model that responded
   */
  public synchronized void model(@Nullable String model) {
    responseModel = first(responseModel, model);
  }

  /**
   * Sets {@code gen_ai.response.id}, unless an earlier chunk of a stream did.
   *
   * @param value the response's ID
   */
  public synchronized void id(@Nullable String value) {
    id = first(id, value);
  }

  private static @Nullable String first(@Nullable String known, @Nullable String next) {
    return known != null || next == null || next.isEmpty() ? known : next;
  }

  /**
   * Adds an element of {@code gen_ai.response.finish_reasons}. A stream has each reason once,
   * because its chunks may repeat them.
   *
   * @param reason the reason why the model stopped, in upper or lower case; {@code STOP} becomes
   *     {@code stop}
   */
  public synchronized void finishReason(@Nullable String reason) {
    if (reason != null && !reason.isEmpty()) {
      String known = TextLimit.truncate(reason.toLowerCase(Locale.ROOT));
      if (stream == null || !finishReasons.contains(known)) {
        finishReasons.add(known);
      }
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
   * Adds one to {@code ai.tool.calls_count}, unless another chunk of the stream has the same ID.
   *
   * @param call the ID of a tool call
   */
  public synchronized void toolCall(@Nullable String call) {
    if (call != null && !call.isEmpty() && toolCallIds.add(call)) {
      toolCalls++;
    }
  }

  private @Nullable Double cost(AiUsage usage, @Nullable String model) {
    Function<String, @Nullable TokenPrices> prices =
        name -> PriceSettings.current().find(settings.provider(), name);
    BigDecimal cost = null;
    if (!recorded.isEmpty()) {
      cost = recorded.cost(prices, model);
    } else if (model != null && !tokens.incomplete) {
      TokenPrices found = prices.apply(model);
      cost = found == null ? null : found.cost(usage);
    }
    return cost == null ? null : Double.valueOf(cost.doubleValue());
  }

  /** Returns what is known of a call that ends now. */
  AiSummary summary() {
    return summary(0);
  }

  /**
   * Returns what is known at the end of the call.
   *
   * @param agoNanos the time since the call ended
   */
  synchronized AiSummary summary(long agoNanos) {
    AiUsage usage = recorded.isEmpty() ? tokens.usage() : recorded.sum();
    String model = recordedModel == null ? responseModel : recordedModel;
    return new AiSummary(
        settings,
        requestModel,
        model,
        id,
        List.copyOf(finishReasons),
        usage,
        recorded.isEmpty() ? tokens.reportedTotal() : null,
        toolCalls,
        cost(usage, model == null ? requestModel : model),
        stream == null ? null : stream.ended(agoNanos));
  }
}
