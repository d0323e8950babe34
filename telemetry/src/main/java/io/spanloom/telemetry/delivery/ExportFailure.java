package io.spanloom.telemetry.delivery;

import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a batch could not be delivered, in words that come from here: those of a server or of an
 * exception may hold what is secret.
 *
 * @param kind what failures are told apart by
 * @param words what happened
 */
public record ExportFailure(Kind kind, String words) {

  /** What can be done about a failure. */
  public enum Kind {
    /**
     * Nobody answers; sending again may help later, but hardly within the few seconds of an end.
     */
    ABSENT,
    /** Sending again may help. */
    PASSING,
    /** As after a crash, but also where the receiver speaks another protocol. */
    BROKEN,
    /** Sending again is no use. */
    REFUSED
  }

  /** The answers after which the OTLP specification lets a client send again. */
  private static final Set<Integer> PASSING_HTTP = Set.of(429, 502, 503, 504);

  /** UNKNOWN is what remains of a balancer's HTTP 503, and of an answer that broke off. */
  private static final Set<GrpcStatusCode> PASSING_GRPC =
      Set.of(
          GrpcStatusCode.UNKNOWN,
          GrpcStatusCode.CANCELLED,
          GrpcStatusCode.DEADLINE_EXCEEDED,
          GrpcStatusCode.RESOURCE_EXHAUSTED,
          GrpcStatusCode.ABORTED,
          GrpcStatusCode.OUT_OF_RANGE,
          GrpcStatusCode.UNAVAILABLE,
          GrpcStatusCode.DATA_LOSS);

  /**
   * Reads what an OTLP exporter says of a failure.
   *
   * @param failure what the export ended with; null if it did not end or said nothing
   */
  public static ExportFailure of(@Nullable Throwable failure) {
    if (failure instanceof HttpExportException http && http.getResponse() != null) {
      return answered(http.getResponse());
    }
    if (failure instanceof GrpcExportException grpc && grpc.getResponse() != null) {
      return answered(grpc.getResponse());
    }
    return thrown(failure == null || failure.getCause() == null ? failure : failure.getCause());
  }

  private static ExportFailure answered(HttpResponse response) {
    int status = response.getStatusCode();
    return new ExportFailure(
        PASSING_HTTP.contains(status) ? Kind.PASSING : Kind.REFUSED, "it answered HTTP " + status);
  }

  private static ExportFailure answered(GrpcResponse response) {
    GrpcStatusCode status = response.getStatusCode();
    return new ExportFailure(
        PASSING_GRPC.contains(status) ? Kind.PASSING : Kind.REFUSED,
        "it answered the gRPC status " + status.name());
  }

  private static ExportFailure thrown(@Nullable Throwable failure) {
    if (failure == null || failure instanceof InterruptedIOException) {
      return new ExportFailure(Kind.PASSING, "it did not answer in time");
    }
    if (failure instanceof UnknownHostException) {
      return new ExportFailure(Kind.ABSENT, "the host is unknown");
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return new ExportFailure(Kind.ABSENT, "nothing listens there");
    }
    if (failure instanceof SSLException) {
      return new ExportFailure(Kind.REFUSED, "there is no trusted TLS connection");
    }
    if (failure instanceof IOException) {
      return new ExportFailure(Kind.BROKEN, "the connection broke");
    }
    return new ExportFailure(Kind.REFUSED, "the exporter failed, " + failure.getClass().getName());
  }
}
