package io.spanloom.processor.read.ai;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of the types of chunks in which AI clients stream a response. Supporting another type
 * requires an entry here; {@link AiType} describes the paths.
 *
 * <p>The runtime keeps the first model and ID of a stream, the largest number of tokens of each
 * kind, and all finish reasons.
 */
final class AiChunks {

  /** The types of chunks, before those of whole responses, which some clients also stream. */
  static final List<AiType> TABLE = withResponses();

  private static List<AiType> withResponses() {
    List<AiType> result = new ArrayList<>();
    result.addAll(AiResponses.TABLE);
    return List.copyOf(result);
  }

  private AiChunks() {}
}
