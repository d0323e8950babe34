package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the spans of AI calls that their settings determine. */
final class AiConstants {

  private AiConstants() {}

  /** Returns the attributes that are the same on each span. */
  static List<TypedAttribute<?>> of(AiSettings settings) {
    List<TypedAttribute<?>> result = new ArrayList<>();
    if (settings.attributes().genAi()) {
      add(result, AiKeys.OPERATION, settings.operation());
      add(result, AiKeys.PROVIDER, settings.provider());
      add(result, settings.isTool() ? AiKeys.TOOL_NAME : AiKeys.AGENT_NAME, settings.role().name());
      add(result, AiKeys.REQUEST_MODEL, settings.model());
      add(result, AiKeys.REQUEST_TEMPERATURE, settings.temperature());
      add(result, AiKeys.REQUEST_STREAM, settings.isStreaming() ? true : null);
    }
    if (settings.attributes().ai()) {
      add(result, AiKeys.SYSTEM, settings.provider());
      add(result, AiKeys.MODEL, settings.model());
      add(result, AiKeys.TEMPERATURE, settings.temperature());
    }
    add(result, AiKeys.PHASE, settings.phase());
    return result;
  }

  private static <T> void add(
      List<TypedAttribute<?>> attributes, AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      attributes.add(new TypedAttribute<>(key, value));
    }
  }

  /**
   * Returns the name of a call's span, such as {@code chat gpt-4o}.
   *
   * @param requestModel the requested model, or null
   */
  static String name(AiSettings settings, @Nullable String requestModel) {
    String target = settings.isModelCall() ? requestModel : settings.role().name();
    return settings.operation() + (target == null ? "" : " " + TextLimit.truncate(target));
  }

  /** Returns the name of a stream's span, such as {@code chat gpt-4o stream}. */
  static String streamName(AiSettings settings, @Nullable String requestModel) {
    return name(settings, requestModel) + " stream";
  }
}
