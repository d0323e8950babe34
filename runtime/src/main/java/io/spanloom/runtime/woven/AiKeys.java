package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The keys of the attributes of AI calls. {@code gen_ai.*} are semantic conventions in development,
 * whose published Java constants are all deprecated. {@code ai.*} are specific to Spanloom.
 */
final class AiKeys {

  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
  static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
  static final AttributeKey<String> REQUEST_MODEL = AttributeKey.stringKey("gen_ai.request.model");
  static final AttributeKey<Double> REQUEST_TEMPERATURE =
      AttributeKey.doubleKey("gen_ai.request.temperature");
  static final AttributeKey<Double> REQUEST_TOP_P = AttributeKey.doubleKey("gen_ai.request.top_p");
  static final AttributeKey<Long> REQUEST_MAX_TOKENS =
      AttributeKey.longKey("gen_ai.request.max_tokens");
  static final AttributeKey<Boolean> REQUEST_STREAM =
      AttributeKey.booleanKey("gen_ai.request.stream");
  static final AttributeKey<String> RESPONSE_MODEL =
      AttributeKey.stringKey("gen_ai.response.model");
  static final AttributeKey<String> RESPONSE_ID = AttributeKey.stringKey("gen_ai.response.id");
  static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
  static final AttributeKey<Double> TIME_TO_FIRST_CHUNK =
      AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk");
  static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> CACHE_READ_TOKENS =
      AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens");
  static final AttributeKey<Long> CACHE_CREATION_TOKENS =
      AttributeKey.longKey("gen_ai.usage.cache_creation.input_tokens");
  static final AttributeKey<Long> REASONING_TOKENS =
      AttributeKey.longKey("gen_ai.usage.reasoning.output_tokens");

  static final AttributeKey<String> TOOL_NAME = AttributeKey.stringKey("gen_ai.tool.name");
  static final AttributeKey<String> AGENT_NAME = AttributeKey.stringKey("gen_ai.agent.name");

  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("ai.system");
  static final AttributeKey<String> MODEL = AttributeKey.stringKey("ai.model");
  static final AttributeKey<Double> TEMPERATURE = AttributeKey.doubleKey("ai.temperature");
  static final AttributeKey<Long> PROMPT_TOKENS = AttributeKey.longKey("ai.usage.prompt_tokens");
  static final AttributeKey<Long> COMPLETION_TOKENS =
      AttributeKey.longKey("ai.usage.completion_tokens");
  static final AttributeKey<Long> FIRST_TOKEN_MS = AttributeKey.longKey("ai.stream.first_token_ms");

  static final AttributeKey<String> PHASE = AttributeKey.stringKey("ai.prompt.phase");
  static final AttributeKey<Long> HISTORY_SIZE = AttributeKey.longKey("ai.prompt.history_size");
  static final AttributeKey<Long> TOTAL_TOKENS = AttributeKey.longKey("ai.usage.total_tokens");
  static final AttributeKey<Long> TOOL_CALLS = AttributeKey.longKey("ai.tool.calls_count");
  static final AttributeKey<Long> ITERATIONS = AttributeKey.longKey("ai.react_loop.iterations");
  static final AttributeKey<Long> STREAM_TOTAL_MS = AttributeKey.longKey("ai.stream.total_ms");
  static final AttributeKey<Long> STREAM_CHUNKS = AttributeKey.longKey("ai.stream.chunks_count");
  static final AttributeKey<Double> COST = AttributeKey.doubleKey("ai.cost.estimated_usd");

  private AiKeys() {}
}
