package io.spanloom.telemetry.identity;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.spanloom.telemetry.identity.RequestIdentity.Kind;
import io.spanloom.telemetry.library.InstrumentationFailures;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the request, session and user ID of an incoming request. Thread-safe.
 *
 * @param <Q> the request type
 */
public final class IdentityExtractor<Q> {

  /** The header that carries the request ID, on requests and responses. */
  public static final String REQUEST_ID_HEADER = "X-Request-Id";

  /** The request IDs accepted from callers; others could corrupt logs and headers. */
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/+=@~-]{1,128}");

  private final TextMapGetter<Q> headers;
  private volatile Function<? super Q, @Nullable String> user = request -> null;
  private volatile Function<? super Q, @Nullable String> session = request -> null;
  private volatile boolean trustInboundBaggage;

  /**
   * Creates an extractor that reads only the request ID.
   *
   * @param headers reads the request's headers
   */
  public IdentityExtractor(TextMapGetter<Q> headers) {
    this.headers = headers;
  }

  /** Sets how to read the user ID; the function may return null. */
  public void user(Function<? super Q, @Nullable String> id) {
    user = id;
  }

  /** Sets how to read the session ID, which is then digested; the function may return null. */
  public void session(Function<? super Q, @Nullable String> id) {
    session = id;
  }

  /** Accepts the IDs in the caller's baggage. */
  public void trustInboundBaggage() {
    trustInboundBaggage = true;
  }

  /**
   * Adds the request's identity to a context.
   *
   * @param context the context with the caller's baggage
   * @param request the request
   * @return the context with a {@link RequestIdentity} and without the caller's IDs in the baggage
   */
  public Context identify(Context context, Q request) {
    Baggage baggage = trustInboundBaggage ? Baggage.fromContext(context) : Baggage.empty();
    RequestIdentity identity = new RequestIdentity();
    identity.set(Kind.REQUEST, requestId(baggage, request));
    identity.set(Kind.SESSION, baggage.getEntryValue(Kind.SESSION.key()));
    identity.set(Kind.USER, baggage.getEntryValue(Kind.USER.key()));
    identity.set(Kind.SESSION, RequestIdentity.digest(read(session, request, "session")));
    identity.set(Kind.USER, read(user, request, "user"));
    return identity.storeIn(context);
  }

  private String requestId(Baggage baggage, Q request) {
    return Stream.of(
            Optional.ofNullable(baggage.getEntryValue(Kind.REQUEST.key())),
            Optional.ofNullable(headers.get(request, REQUEST_ID_HEADER)))
        .flatMap(Optional::stream)
        .filter(id -> REQUEST_ID.matcher(id).matches())
        .findFirst()
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private static <Q> @Nullable String read(
      Function<? super Q, @Nullable String> id, Q request, String owner) {
    try {
      return id.apply(request);
    } catch (Throwable failure) { // the application's function may throw anything
      InstrumentationFailures.logOnce("Reading the " + owner + " ID of a request", failure);
      return null;
    }
  }
}
