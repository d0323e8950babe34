package io.spanloom.telemetry.delivery;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads the number of rejected spans from an OTLP response: {@code
 * ExportTraceServiceResponse.partial_success.rejected_spans}, field 1 of field 1.
 */
final class PartialSuccess {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  private static final int MAX_VARINT_BITS = 63;

  private PartialSuccess() {}

  /**
   * Returns the number of rejected spans.
   *
   * @param response a message in the protobuf format
   * @return the number, or 0 if all spans were accepted or the message is invalid
   */
  static long rejectedSpans(byte[] response) {
    try {
      return Math.max(0, firstField(ByteBuffer.wrap(response), true));
    } catch (BufferUnderflowException | IllegalArgumentException invalid) {
      return 0; // such as the page of a proxy
    }
  }

  /** Returns the last value of field 1, as a number or as the rejected spans of a message. */
  private static long firstField(ByteBuffer message, boolean nested) {
    long result = 0;
    while (message.hasRemaining()) {
      long tag = varint(message);
      boolean first = tag >>> 3 == 1;
      switch ((int) (tag & 7)) {
        case VARINT -> {
          long number = varint(message);
          result = first && !nested ? number : result;
        }
        case LENGTH_DELIMITED -> {
          ByteBuffer content = skip(message, varint(message));
          result = first && nested ? firstField(content, false) : result;
        }
        case FIXED_64 -> skip(message, Long.BYTES);
        case FIXED_32 -> skip(message, Integer.BYTES);
        default -> throw new IllegalArgumentException("not a protobuf message");
      }
    }
    return result;
  }

  private static ByteBuffer skip(ByteBuffer message, long length) {
    if (length < 0 || length > message.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer skipped = message.slice().limit((int) length);
    message.position(message.position() + (int) length);
    return skipped;
  }

  private static long varint(ByteBuffer message) {
    long result = 0;
    for (int shift = 0; shift <= MAX_VARINT_BITS; shift += 7) {
      byte next = message.get();
      result |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return result;
      }
    }
    throw new IllegalArgumentException("not a protobuf message");
  }
}
