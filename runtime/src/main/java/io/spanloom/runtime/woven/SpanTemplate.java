package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
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

  private final SpanSite site;
  private final Context caller;

  /** Null if the parent is the subscriber's context. */
  private final @Nullable Context explicitParent;

  private final @Nullable AiResult ai;
  private final Instant calledAt = Instant.now();
  private final List<TypedAttribute<?>> attributes = new ArrayList<>(4);
  private final List<SpanContext> links = new ArrayList<>(0);

  SpanTemplate(SpanSite site, Context caller, @Nullable Context explicitParent) {
    this.site = site;
    this.caller = caller;
    this.explicitParent = explicitParent;
    AiSettings settings = site.settings.ai();
    this.ai = settings == null ? null : new AiResult(site, settings);
  }

  @Override
  @Nullable AiResult ai() {
    return ai;
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
      throw failure; // in place of the body, whose end could end an outer call's span
    } catch (Throwable failure) {
      TracingFailures.swallow("beginning a call", failure);
    }
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

  /** Returns when the traced method was called. */
  Instant calledAt() {
    return calledAt;
  }

  /** Returns the parent of the span of a call that failed before there was a subscription. */
  Context parentOfCall() {
    return explicitParent == null ? caller : explicitParent;
  }

  /** Adds the attributes and links to a span. */
  void addTo(SpanBuilder builder) {
    for (int i = 0; i < attributes.size(); i++) {
      attributes.get(i).addTo(builder);
    }
    for (int i = 0; i < links.size(); i++) {
      builder.addLink(links.get(i));
    }
  }
}
