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
 * Where it is read from who a request belongs to.
 *
 * @param <Q> the type of requests
 */
public final class IdentityExtractor<Q> {

  /** The usual name of the header, on requests and on responses. */
  public static final String REQUEST_ID_HEADER = "X-Request-Id";

  /** What a caller may choose; everything else is replaced, as it ends up in logs and headers. */
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/+=@~-]{1,128}");

  private final TextMapGetter<Q> headers;
  private volatile Function<? super Q, @Nullable String> user = request -> null;
  private volatile Function<? super Q, @Nullable String> session = request -> null;
  private volatile boolean trustInboundBaggage;

  public IdentityExtractor(TextMapGetter<Q> headers) {
    this.headers = headers;
  }

  public void user(Function<? super Q, @Nullable String> id) {
    user = id;
  }

  public void session(Function<? super Q, @Nullable String> id) {
    session = id;
  }

  public void trustCallers() {
    trustInboundBaggage = true;
  }

  /**
   * Adds to a context who the request belongs to.
   *
   * @param context has the caller's baggage
   * @param request the request
   * @return the context with an {@link RequestIdentity}
   */
  public Context identify(Context context, Q request) {
    Baggage said = trustInboundBaggage ? Baggage.fromContext(context) : Baggage.empty();
    RequestIdentity identity = new RequestIdentity();
    identity.set(Kind.REQUEST, requestId(said, request));
    identity.set(Kind.SESSION, said.getEntryValue(Kind.SESSION.key()));
    identity.set(Kind.USER, said.getEntryValue(Kind.USER.key()));
    identity.set(Kind.SESSION, RequestIdentity.digest(read(session, request, "session")));
    identity.set(Kind.USER, read(user, request, "user"));
    return identity.storedIn(context);
  }

  private String requestId(Baggage said, Q request) {
    return Stream.of(
            Optional.ofNullable(said.getEntryValue(Kind.REQUEST.key())),
            Optional.ofNullable(headers.get(request, REQUEST_ID_HEADER)))
        .flatMap(Optional::stream)
        .filter(id -> REQUEST_ID.matcher(id).matches())
        .findFirst()
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private static <Q> @Nullable String read(
      Function<? super Q, @Nullable String> id, Q request, String what) {
    try {
      return id.apply(request);
    } catch (Throwable failure) { // whatever the program's function throws
      InstrumentationFailures.swallow("Reading the id of a request's " + what, failure);
      return null;
    }
  }
}
