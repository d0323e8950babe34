package io.spanloom.telemetry.delivery;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Describes why a TLS connection failed, and which setting may help. */
final class TlsFailure {

  private static final int MAX_CAUSES = 10;

  private static final String UNTRUSTED =
      "the server's certificate is not issued by a trusted CA; set OTEL_EXPORTER_OTLP_CERTIFICATE"
          + " to the PEM file of its CA";
  private static final String OTHER_HOST =
      "the server's certificate is issued for another host name";
  private static final String NOT_VALID_NOW =
      "the server's certificate has expired or is not valid yet";
  private static final String CLIENT_CERTIFICATE =
      "the server requires a client certificate that it trusts; set"
          + " OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE and OTEL_EXPORTER_OTLP_CLIENT_KEY";
  private static final String NOT_TLS = "the server does not use TLS; the URL may require http";
  private static final String OTHER = "TLS connection failed";

  /** The alerts by which servers reject a client without a certificate, or its certificate. */
  private static final List<String> CLIENT_ALERTS =
      List.of(
          "certificate_required",
          "bad_certificate",
          "certificate_unknown",
          "certificate_expired",
          "unknown_ca",
          "access_denied");

  private TlsFailure() {}

  /**
   * Returns the TLS failure that an exception results from, or null if there is none. A server may
   * reject a client's certificate after the handshake; then the failure is a suppressed exception.
   */
  static @Nullable SSLException find(Throwable failure) {
    for (Throwable cause : causes(failure)) {
      if (cause instanceof SSLException tls) {
        return tls;
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        if (suppressed instanceof SSLException tls) {
          return tls;
        }
      }
    }
    return null;
  }

  /** Returns a fixed phrase, because messages of exceptions may contain secrets. */
  static String describe(SSLException failure) {
    List<Throwable> causes = causes(failure);
    if (causes.stream().anyMatch(TlsFailure::isNotValidNow)) {
      return NOT_VALID_NOW;
    }
    if (causes.stream().anyMatch(TlsFailure::isUntrusted)) {
      return UNTRUSTED;
    }
    if (causes.stream().anyMatch(TlsFailure::isOtherHost)) {
      return OTHER_HOST;
    }
    if (causes.stream().anyMatch(TlsFailure::isClientAlert)) {
      return CLIENT_CERTIFICATE;
    }
    return isPlainText(failure) ? NOT_TLS : OTHER;
  }

  private static List<Throwable> causes(Throwable failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(MAX_CAUSES)
        .toList();
  }

  private static boolean isNotValidNow(Throwable cause) {
    return cause instanceof CertificateExpiredException
        || cause instanceof CertificateNotYetValidException;
  }

  private static boolean isUntrusted(Throwable cause) {
    return cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException;
  }

  /** The JDK's messages are "No name matching …" and "No subject alternative …". */
  private static boolean isOtherHost(Throwable cause) {
    return cause instanceof SSLPeerUnverifiedException
        || (cause instanceof CertificateException && message(cause).startsWith("no "));
  }

  private static boolean isClientAlert(Throwable cause) {
    String message = message(cause);
    return cause instanceof SSLException
        && message.contains("received fatal alert")
        && CLIENT_ALERTS.stream().anyMatch(message::endsWith);
  }

  private static boolean isPlainText(SSLException failure) {
    String message = message(failure);
    return message.contains("plaintext connection") || message.contains("unrecognized ssl message");
  }

  private static String message(Throwable cause) {
    return cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
  }
}
