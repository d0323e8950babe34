package io.spanloom.weaver;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Wraps an OpenTelemetry instance so that one method of its API throws. */
final class FailingApi {

  private final String failing;
  private final Error failure;
  private boolean failed;

  FailingApi(String failing, Error failure) {
    this.failing = failing;
    this.failure = failure;
  }

  OpenTelemetry over(OpenTelemetry working) {
    return wrap(OpenTelemetry.class, working);
  }

  boolean hasFailed() {
    return failed;
  }

  private <T> T wrap(Class<T> type, T working) {
    return type.cast(
        Proxy.newProxyInstance(
            FailingApi.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(failing)) {
                failed = true;
                throw failure;
              }
              try {
                Object result = method.invoke(working, arguments);
                return result == working ? proxy : wrapped(result);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private Object wrapped(Object result) {
    if (result instanceof TracerProvider provider) {
      return wrap(TracerProvider.class, provider);
    }
    if (result instanceof Tracer tracer) {
      return wrap(Tracer.class, tracer);
    }
    if (result instanceof SpanBuilder builder) {
      return wrap(SpanBuilder.class, builder);
    }
    return result instanceof Span span ? wrap(Span.class, span) : result;
  }
}
