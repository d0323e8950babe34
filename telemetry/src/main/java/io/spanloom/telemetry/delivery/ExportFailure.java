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
 * The reason why a batch could not be exported.
 *
 * @param kind the kind, which decides about retries
 * @param description a fixed phrase, because messages of servers and exceptions may contain secrets
 */
record ExportFailure(Kind kind, String description) {

  /** A kind of failure. */
  enum Kind {
    /** The server cannot be reached. A retry may help, but rarely during a shutdown. */
    UNREACHABLE,
    /** A retry may help. */
    TRANSIENT,
    /** The connection was lost: the server crashed, or it uses another protocol. */
    DISCONNECTED,
    /** A retry does not help. */
    PERMANENT
  }

  /** The responses after which the OTLP specification allows a retry. */
  private static final Set<Integer> TRANSIENT_HTTP = Set.of(429, 502, 503, 504);

  /** UNKNOWN results from a load balancer's HTTP 503 and from a truncated response. */
  private static final Set<GrpcStatusCode> TRANSIENT_GRPC =
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
   * Classifies the failure of an OTLP export.
   *
   * @param failure the exporter's exception, or null if the export did not finish or gave no reason
   */
  static ExportFailure of(@Nullable Throwable failure) {
    if (failure instanceof HttpExportException http && http.getResponse() != null) {
      return ofResponse(http.getResponse());
    }
    if (failure instanceof GrpcExportException grpc && grpc.getResponse() != null) {
      return ofResponse(grpc.getResponse());
    }
    return ofException(
        failure == null || failure.getCause() == null ? failure : failure.getCause());
  }

  private static ExportFailure ofResponse(HttpResponse response) {
    int status = response.getStatusCode();
    return new ExportFailure(
        TRANSIENT_HTTP.contains(status) ? Kind.TRANSIENT : Kind.PERMANENT, "HTTP status " + status);
  }

  private static ExportFailure ofResponse(GrpcResponse response) {
    GrpcStatusCode status = response.getStatusCode();
    return new ExportFailure(
        TRANSIENT_GRPC.contains(status) ? Kind.TRANSIENT : Kind.PERMANENT,
        "gRPC status " + status.name());
  }

  private static ExportFailure ofException(@Nullable Throwable failure) {
    if (failure == null || failure instanceof InterruptedIOException) {
      return new ExportFailure(Kind.TRANSIENT, "no response in time");
    }
    if (failure instanceof UnknownHostException) {
      return new ExportFailure(Kind.UNREACHABLE, "unknown host");
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return new ExportFailure(Kind.UNREACHABLE, "cannot connect");
    }
    SSLException tls = TlsFailure.find(failure);
    if (tls != null) {
      return new ExportFailure(Kind.PERMANENT, TlsFailure.describe(tls));
    }
    if (failure instanceof IOException) {
      return new ExportFailure(Kind.DISCONNECTED, "connection lost");
    }
    return new ExportFailure(Kind.PERMANENT, "the exporter threw " + failure.getClass().getName());
  }
}
