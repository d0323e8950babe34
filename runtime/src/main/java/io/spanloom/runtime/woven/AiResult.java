package io.spanloom.runtime.woven;

import io.opentelemetry.api.trace.Span;
import io.spanloom.runtime.AiUsage;
import io.spanloom.runtime.spi.CallListener.Outcome;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of one AI call's request and response, until the call ends. The call's
 * context contains it. Values that are null are ignored.
 *
 * <p>One thread at a time reads the request or the response: the thread of the method, or one that
 * holds this object's lock. A lock for each value would cost more than the value itself. The
 * program may record usage in any thread.
 */
public final class AiResult extends AiResultTokens {

  final TracedSite site;
  final AiSettings settings;

  /** The call's part in the loops of agents, or null if it has none. */
  final @Nullable LoopCall loop;

  /** The span of the stream, or null if the site has none. */
  private final @Nullable StreamSpan streamSpan;

  private @Nullable String requestModel;
  private @Nullable String responseModel;
  private @Nullable String recordedModel;
  private @Nullable String id;
  private List<String> finishReasons = List.of();
  private RecordedUsages recorded = RecordedUsages.NONE;

  /** Null until a chunk of a stream contains the first tool call. */
  private @Nullable Set<String> toolCallIds;

  private final AiStream.@Nullable Clock stream;
  private volatile @Nullable DeferredEnd<?> end;
  private long toolCalls;

  AiResult(TracedSite site, AiSettings settings, @Nullable LoopCall loop) {
    this(site, settings, loop, null);
  }

  AiResult(
      TracedSite site,
      AiSettings settings,
      @Nullable LoopCall loop,
      @Nullable StreamSpan streamSpan) {
    super(settings.isStreaming());
    this.streamSpan = streamSpan;
    this.site = site;
    this.settings = settings;
    this.loop = loop;
    this.requestModel = settings.model();
    this.stream = settings.isStreaming() ? new AiStream.Clock() : null;
  }

  /** Ends the call with a deferred result, although its method does not return that. */
  void endWith(DeferredEnd<?> later) {
    end = later;
  }

  /**
   * Returns whether the call ends with a deferred result, which a failure of the method ends now.
   *
   * @param error the exception that the method threw, or null if it returned
   */
  boolean endsLater(@Nullable Throwable error) {
    DeferredEnd<?> later = end;
    if (later != null && error != null) {
      later.fail(error);
    } else if (later != null) {
      later.streamBegins();
    }
    return later != null;
  }

  /** Starts the span of the stream, if the site has one, unless it has started or ended. */
  void startStream(@Nullable Span call) {
    if (streamSpan != null && streamSpan.isPending()) {
      streamSpan.start(call, AiConstants.streamName(settings, requestModel()));
    }
  }

  private synchronized @Nullable String requestModel() {
    return requestModel;
  }

  /** Ends the span of the stream, if it has started. */
  void endStream(Outcome outcome, @Nullable Throwable error, @Nullable Instant at) {
    if (streamSpan != null) {
      streamSpan.end(outcome, error, at);
    }
  }

  /** Takes over what another collector knows of the request. */
  void copyRequest(AiResult other) {
    String model = other.requestModel();
    synchronized (this) {
      requestModel = model;
    }
  }

  /** Returns whether the call has, or will have, the tokens of the model. */
  synchronized boolean recordsTokens() {
    return settings.readsTokens() || !recorded.isEmpty();
  }

  void requestModel(String model) {
    requestModel = model;
  }

  synchronized void record(AiUsage usage) {
    recorded = recorded.with(usage, recordedModel);
  }

  synchronized void recordModel(String model) {
    recordedModel = model;
  }

  /** Counts a chunk of a stream, which is read afterwards. */
  void chunk() {
    if (stream != null) {
      stream.chunk();
    }
  }

  /**
   * Sets {@code gen_ai.response.model}, unless an earlier chunk of a stream did. Its price takes
   * precedence over the requested one's.
   *
   * @param model the model that responded
   */
  public void model(@Nullable String model) {
    responseModel = first(responseModel, model);
  }

  /**
   * Sets {@code gen_ai.response.id}, unless an earlier chunk of a stream did.
   *
   * @param value the response's ID
   */
  public void id(@Nullable String value) {
    id = first(id, value);
  }

  private static @Nullable String first(@Nullable String known, @Nullable String next) {
    return known != null || next == null || next.isEmpty() ? known : next;
  }

  /**
   * Adds an element of {@code gen_ai.response.finish_reasons}. A stream has each reason once,
   * because its chunks may repeat them.
   *
   * @param reason the reason, in upper or lower case; {@code STOP} becomes {@code stop}, and {@code
   *     TOOL_EXECUTION} becomes {@code tool_calls}
   */
  public void finishReason(@Nullable String reason) {
    if (reason != null && !reason.isEmpty()) {
      String value = TextLimit.truncate(FinishReasons.normalize(reason));
      if (finishReasons.isEmpty()) {
        finishReasons = List.of(value);
      } else if (stream == null || !finishReasons.contains(value)) {
        finishReasons = Stream.concat(finishReasons.stream(), Stream.of(value)).toList();
      }
    }
  }

  /**
   * Adds to {@code ai.tool.calls_count}.
   *
   * @param calls the number of tool calls that the model requests
   */
  public void toolCalls(@Nullable Number calls) {
    toolCalls += calls == null ? 0 : Math.max(0, calls.longValue());
  }

  /**
   * Adds one to {@code ai.tool.calls_count}, unless another chunk of the stream has the same ID.
   *
   * @param call the ID of a tool call
   */
  public void toolCall(@Nullable String call) {
    if (call != null && !call.isEmpty()) {
      if (toolCallIds == null) {
        toolCallIds = new HashSet<>();
      }
      toolCalls += toolCallIds.add(call) ? 1 : 0;
    }
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
                settings.provider(), model == null ? requestModel : model, usage, tokens, recorded),
            stream == null ? null : stream.ended(agoNanos));
    return loop == null ? summary : loop.own(summary, !recorded.isEmpty());
  }
}
