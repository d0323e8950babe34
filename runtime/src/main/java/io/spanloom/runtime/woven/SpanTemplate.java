package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes and links of the spans of a call that are started later, one for each subscription
 * to its result. Immutable once the call has begun, and then safe for use by multiple threads.
 */
final class SpanTemplate extends SpanStart {

  private final TracedSite site;
  private final SpanSettings settings;
  private final CallFactory calls;
  private final Context caller;

  /** Null if the parent is the subscriber's context. */
  private final @Nullable Context explicitParent;

  private final @Nullable AiResult ai;
  private final long calledNanos = System.nanoTime();
  private final List<TypedAttribute<?>> attributes = new ArrayList<>(4);
  private final List<SpanContext> links = new ArrayList<>(0);

  SpanTemplate(
      TracedSite site,
      SpanSettings settings,
      CallFactory calls,
      Context caller,
      @Nullable Context explicitParent) {
    this.site = site;
    this.settings = settings;
    this.calls = calls;
    this.caller = caller;
    this.explicitParent = explicitParent;
    AiSettings aiSettings = settings.ai();
    this.ai = aiSettings == null ? null : new AiResult(site, aiSettings, null);
  }

  @Override
  @Nullable AiResult ai() {
    return ai;
  }

  /** Keeps the whole value: a run's ID is hashed before it is truncated, when the span starts. */
  @Override
  public <T> SpanStart attribute(AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      add(key, value);
    }
    return this;
  }

  @Override
  <T> void add(AttributeKey<T> key, T value) {
    attributes.add(new TypedAttribute<>(key, value));
  }

  @Override
  void addLink(SpanContext to) {
    links.add(to);
  }

  @Override
  public void enter() {
    try {
      ActiveCallStack stack = ActiveCallStack.ofCurrentThread();
      stack.push(new SubscribableCall(site, stack, this));
    } catch (StackOverflowError failure) {
      throw failure; // The body must not run, because its end could end an outer call's span.
    } catch (Throwable failure) {
      TracingFailures.swallow("beginning a call", failure);
    }
  }

  /**
   * Begins a call for a subscription, and starts its span.
   *
   * @return the call, or null if the site is switched off
   */
  @Nullable ActiveCall subscribe(Context parent) {
    return begin(parent, null);
  }

  /** Begins a call that started when the method was called, without a subscription. */
  @Nullable ActiveCall call() {
    long elapsedNanos = System.nanoTime() - calledNanos;
    Instant calledAt = Instant.now().minusNanos(elapsedNanos);
    ActiveCall call = begin(explicitParent == null ? caller : explicitParent, calledAt);
    ObservedCall observed = call == null ? null : call.observed();
    if (observed != null) {
      observed.startedBefore(elapsedNanos);
    }
    return call;
  }

  private @Nullable ActiveCall begin(Context parent, @Nullable Instant startedAt) {
    ActiveCall call = SpanStarter.beginIn(site, settings, calls, parent);
    if (call != null) {
      for (int i = 0; i < attributes.size(); i++) {
        attributes.get(i).addTo(call);
      }
      for (int i = 0; i < links.size(); i++) {
        call.addLink(links.get(i));
      }
      AiResult request = ai;
      AiResult collector = call.ai();
      if (request != null && collector != null) {
        collector.copyRequest(request);
      }
      call.startDetached(startedAt);
    }
    return call;
  }

  /** Returns the parent of a subscription's span. */
  Context parent(@Nullable Context subscriber) {
    if (explicitParent != null) {
      return explicitParent;
    }
    if (subscriber != null) {
      return subscriber;
    }
    Context current = Context.current();
    return current == Context.root() ? caller : current;
  }
}
