package io.spanloom.telemetry.privacy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfoBuilder;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Removes or redacts span data that must not be exported. Thread-safe. */
final class SpanFilter {

  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  /** The prefix of attribute keys of AI calls. */
  private static final String AI_PREFIX = "gen_ai.";

  private final KeyRules keys;
  private final TextRules texts;
  private final AttributeFilter attributes;

  SpanFilter(KeyRules keys, TextRules texts) {
    this.keys = keys;
    this.texts = texts;
    this.attributes = new AttributeFilter(keys, texts);
  }

  /**
   * Filters a span. Its total number of attributes does not change, so backends show how many were
   * removed.
   *
   * @param span the span
   * @return the filtered span, or the same object if nothing changes
   */
  SpanData filter(SpanData span) {
    boolean content = mayContainContent(span);
    String name = texts.redact("", span.getName());
    Attributes ownAttributes = attributes.filter(span.getAttributes());
    List<EventData> events = map(span.getEvents(), event -> filter(event, content));
    List<LinkData> links = map(span.getLinks(), this::filter);
    StatusData status = filter(span.getStatus(), content);
    InstrumentationScopeInfo scope = filter(span.getInstrumentationScopeInfo());
    boolean unchanged =
        name.equals(span.getName())
            && ownAttributes == span.getAttributes()
            && events == span.getEvents()
            && links == span.getLinks()
            && status == span.getStatus()
            && scope == span.getInstrumentationScopeInfo();
    return unchanged
        ? span
        : new FilteredSpan(span, name, ownAttributes, events, links, status, scope);
  }

  /** Filters the attributes of a resource. */
  Attributes filter(Attributes resource) {
    return attributes.filter(resource);
  }

  private InstrumentationScopeInfo filter(InstrumentationScopeInfo scope) {
    Attributes filtered = attributes.filter(scope.getAttributes());
    if (filtered == scope.getAttributes()) {
      return scope;
    }
    InstrumentationScopeInfoBuilder result =
        InstrumentationScopeInfo.builder(scope.getName()).setAttributes(filtered);
    if (scope.getVersion() != null) {
      result.setVersion(scope.getVersion());
    }
    if (scope.getSchemaUrl() != null) {
      result.setSchemaUrl(scope.getSchemaUrl());
    }
    return result.build();
  }

  private EventData filter(EventData event, boolean content) {
    Attributes before = event.getAttributes();
    Attributes filtered = attributes.filter(before);
    if (content && before.get(MESSAGE) != null) {
      filtered = filtered.toBuilder().remove(MESSAGE).remove(STACKTRACE).build();
    }
    String name = texts.redact("", event.getName());
    return filtered == before && name.equals(event.getName())
        ? event
        : EventData.create(event.getEpochNanos(), name, filtered, event.getTotalAttributeCount());
  }

  private LinkData filter(LinkData link) {
    Attributes filtered = attributes.filter(link.getAttributes());
    return filtered == link.getAttributes()
        ? link
        : LinkData.create(link.getSpanContext(), filtered, link.getTotalAttributeCount());
  }

  private StatusData filter(StatusData status, boolean content) {
    String before = status.getDescription();
    String filtered = content ? "" : texts.redact("", before);
    return filtered.equals(before) ? status : StatusData.create(status.getStatusCode(), filtered);
  }

  /** Exception messages of AI clients may quote the prompt or the response. */
  private boolean mayContainContent(SpanData span) {
    if (span.getEvents().isEmpty() && span.getStatus().getDescription().isEmpty()) {
      return false;
    }
    AtomicBoolean ai = new AtomicBoolean();
    span.getAttributes()
        .forEach(
            (key, value) -> {
              if (key.getKey().startsWith(AI_PREFIX)) {
                ai.setPlain(true);
              }
            });
    return ai.getPlain() && !keys.keeps(MESSAGE.getKey());
  }

  private static <T> List<T> map(List<T> before, UnaryOperator<T> operator) {
    List<T> after = before;
    for (int i = 0; i < before.size(); i++) {
      T element = before.get(i);
      T mapped = operator.apply(element);
      if (mapped != element) {
        if (after == before) {
          after = new ArrayList<>(before);
        }
        after.set(i, mapped);
      }
    }
    return after;
  }
}
