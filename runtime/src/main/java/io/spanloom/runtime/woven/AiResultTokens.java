package io.spanloom.runtime.woven;

import org.jspecify.annotations.Nullable;

/**
 * Collects the numbers of tokens that the response of one AI call supplies, as its provider counts
 * them. Of the numbers of a stream's chunks, the largest counts. Values that are null are ignored.
 */
public abstract sealed class AiResultTokens permits AiResult {

  final AiTokens tokens;

  AiResultTokens(boolean streamed) {
    this.tokens = new AiTokens(streamed);
  }

  /**
   * Sets the input tokens.
   *
   * @param value the tokens of the request
   */
  public void inputTokens(@Nullable Number value) {
    tokens.input = tokens.read(tokens.input, value);
  }

  /**
   * Sets the input tokens of a client that reports a missing usage as zeros: zero is unknown.
   *
   * @param value the tokens of the request
   */
  public void nonzeroInputTokens(@Nullable Number value) {
    if (value == null || value.longValue() != 0) {
      inputTokens(value);
    } else {
      tokens.missing();
    }
  }

  /**
   * Sets input tokens that the provider does not count as such, for example those of tool results.
   *
   * @param value the tokens
   */
  public void moreInputTokens(@Nullable Number value) {
    tokens.moreInput = tokens.readPart(tokens.moreInput, value);
  }

  /**
   * Sets the output tokens.
   *
   * @param value the tokens of the response
   */
  public void outputTokens(@Nullable Number value) {
    tokens.output = tokens.read(tokens.output, value);
  }

  /**
   * Sets the total, which is only used if it cannot be derived.
   *
   * @param value the total as the client reports it
   */
  public void totalTokens(@Nullable Number value) {
    tokens.total = tokens.read(tokens.total, value);
  }

  /**
   * Sets the tokens that were read from the cache and that the input tokens include.
   *
   * @param value the tokens
   */
  public void cacheReadTokens(@Nullable Number value) {
    tokens.cacheRead = tokens.read(tokens.cacheRead, value);
  }

  /**
   * Sets the tokens that were read from the cache and that the input tokens do not include.
   *
   * @param value the tokens
   */
  public void separateCacheReadTokens(@Nullable Number value) {
    tokens.separateCacheRead = tokens.readPart(tokens.separateCacheRead, value);
  }

  /**
   * Sets the tokens that were written to the cache and that the input tokens include.
   *
   * @param value the tokens
   */
  public void cacheCreationTokens(@Nullable Number value) {
    tokens.cacheCreation = tokens.read(tokens.cacheCreation, value);
  }

  /**
   * Sets the tokens that were written to the cache and that the input tokens do not include.
   *
   * @param value the tokens
   */
  public void separateCacheCreationTokens(@Nullable Number value) {
    tokens.separateCacheCreation = tokens.readPart(tokens.separateCacheCreation, value);
  }

  /**
   * Sets the reasoning tokens that the output tokens include.
   *
   * @param value the tokens
   */
  public void reasoningTokens(@Nullable Number value) {
    tokens.reasoning = tokens.read(tokens.reasoning, value);
  }

  /**
   * Sets the reasoning tokens that the output tokens do not include.
   *
   * @param value the tokens
   */
  public void separateReasoningTokens(@Nullable Number value) {
    tokens.separateReasoning = tokens.readPart(tokens.separateReasoning, value);
  }

  /**
   * Notes tokens of audio that the input or the output includes. Their price differs from that of
   * text, so the cost is unknown if there are any.
   *
   * @param value the tokens
   */
  public void audioTokens(@Nullable Number value) {
    if (value != null && value.longValue() != 0) {
      tokens.incomplete = true;
    }
  }

  /**
   * Notes a kind of content that the input or the output includes. The cost is unknown if it is
   * {@code AUDIO}, as it is after {@link #audioTokens}.
   *
   * @param value the name of the kind, in upper or lower case
   */
  public void modality(@Nullable String value) {
    if ("audio".equalsIgnoreCase(value)) {
      tokens.incomplete = true;
    }
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
  public void unreadableTokens(Throwable failure) {
    tokens.incomplete = true;
    unreadable(failure);
  }

  /**
   * Logs that some numbers of tokens could not be read. All are missing, because they are sums.
   *
   * @param failure the exception that an accessor threw, whose message is not logged
   */
  public void unreadableSums(Throwable failure) {
    tokens.discard();
    unreadable(failure);
  }
}
