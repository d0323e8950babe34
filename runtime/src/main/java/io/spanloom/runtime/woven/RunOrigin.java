package io.spanloom.runtime.woven;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Derives a span context from a run, the same in every process. No span with this context is
 * exported; it is the common parent, or the common link, of a run's spans.
 */
final class RunOrigin {

  private static final int TRACE_ID_BYTES = 16;
  private static final int SPAN_ID_BYTES = 8;

  private RunOrigin() {}

  static SpanContext of(@Nullable String workflow, String id) {
    byte[] hash = hash((workflow == null ? "" : workflow) + '\0' + id);
    HexFormat hex = HexFormat.of();
    return SpanContext.createFromRemoteParent(
        hex.formatHex(hash, 0, TRACE_ID_BYTES),
        hex.formatHex(hash, TRACE_ID_BYTES, TRACE_ID_BYTES + SPAN_ID_BYTES),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
