package io.spanloom.telemetry.library;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.spanloom.telemetry.library.Identity.Kind;
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
final class IdentityRules<Q> {

  /** The usual name of the header, on requests and on responses. */
  static final String REQUEST_ID_HEADER = "X-Request-Id";

  /** What a caller may choose; everything else is replaced, as it ends up in logs and headers. */
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/+=@~-]{1,128}");

  private final TextMapGetter<Q> headers;
  private volatile Function<? super Q, @Nullable String> user = request -> null;
  private volatile Function<? super Q, @Nullable String> session = request -> null;
  private volatile boolean trustingCallers;

  IdentityRules(TextMapGetter<Q> headers) {
    this.headers = headers;
  }

  void user(Function<? super Q, @Nullable String> id) {
    user = id;
  }

  void session(Function<? super Q, @Nullable String> id) {
    session = id;
  }

  void trustCallers() {
    trustingCallers = true;
  }

  /**
   * Adds to a context who the request belongs to.
   *
   * @param context has the caller's baggage
   * @param request the request
   * @return the context with an {@link Identity}
   */
  Context identify(Context context, Q request) {
    Baggage said = trustingCallers ? Baggage.fromContext(context) : Baggage.empty();
    Identity identity = new Identity();
    identity.set(Kind.REQUEST, requestId(said, request));
    identity.set(Kind.SESSION, said.getEntryValue(Kind.SESSION.key()));
    identity.set(Kind.USER, said.getEntryValue(Kind.USER.key()));
    identity.set(Kind.SESSION, Identity.digest(read(session, request, "session")));
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
      Failures.swallow("Reading the id of a request's " + what, failure);
      return null;
    }
  }
}
