package io.spanloom.runtime.woven;

import io.spanloom.runtime.AiUsage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The usages that a program records for one AI call, one for each request. A number that one of
 * them lacks is unknown for the call. Used under the lock of its {@link AiResult}.
 */
final class RecordedUsages {

  /** The usages of most calls. */
  static final RecordedUsages NONE = new RecordedUsages();

  private static final int MAX_REQUESTS = 10_000;

  private final List<Request> requests = new ArrayList<>();

  private boolean tooMany;

  /** One request, with the model that the program recorded before it, or null. */
  private record Request(AiUsage usage, @Nullable String model) {}

  private RecordedUsages() {}

  /** Adds a usage, and returns this object, or a new one instead of {@link #NONE}. */
  RecordedUsages with(AiUsage usage, @Nullable String model) {
    RecordedUsages result = this == NONE ? new RecordedUsages() : this;
    result.add(new Request(usage, model));
    return result;
  }

  private void add(Request request) {
    if (requests.size() < MAX_REQUESTS) {
      requests.add(request);
    } else {
      tooMany = true;
    }
  }

  boolean isEmpty() {
    return requests.isEmpty();
  }

  /** Returns the sum, without the numbers of input or output that a request lacks. */
  AiUsage sum() {
    AiUsage sum = requests.get(0).usage;
    for (Request request : requests.subList(1, requests.size())) {
      sum = sum.plus(request.usage);
    }
    boolean input =
        !tooMany && requests.stream().allMatch(each -> each.usage.inputTokens() != null);
    boolean output =
        !tooMany && requests.stream().allMatch(each -> each.usage.outputTokens() != null);
    return new AiUsage(
        input ? sum.inputTokens() : null,
        output ? sum.outputTokens() : null,
        input ? sum.cacheReadTokens() : null,
        input ? sum.cacheCreationTokens() : null,
        output ? sum.reasoningTokens() : null);
  }

  /**
   * Returns the sum of the costs, or null if the cost of a request is unknown.
   *
   * @param prices returns the prices of a model, or null
   * @param model the model of requests without one, or null
   */
  @Nullable BigDecimal cost(
      Function<String, @Nullable TokenPrices> prices, @Nullable String model) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Request request : requests) {
      String requested = request.model == null ? model : request.model;
      TokenPrices price = requested == null ? null : prices.apply(requested);
      BigDecimal cost = price == null || tooMany ? null : price.cost(request.usage);
      if (cost == null) {
        return null;
      }
      sum = sum.add(cost);
    }
    return sum;
  }
}
