package io.spanloom.telemetry.privacy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Leaves out of spans what may not be exported. Safe for many threads. */
final class SpanFilter {

  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  /** What the keys of a call of a model begin with. */
  private static final String AI = "gen_ai.";

  private final KeyRules keys;
  private final TextRules texts;
  private final AttributeFilter attributes;

  SpanFilter(KeyRules keys, TextRules texts) {
    this.keys = keys;
    this.texts = texts;
    this.attributes = new AttributeFilter(keys, texts);
  }

  /**
   * Returns what may be exported of a span. How many attributes it had stays, so that backends show
   * how many are left out.
   *
   * @param span the span
   * @return the same object if all of it may be exported
   */
  SpanData allowed(SpanData span) {
    boolean quotes = mayQuoteContent(span);
    String name = texts.allowed("", span.getName());
    Attributes ownAttributes = attributes.allowed(span.getAttributes());
    List<EventData> events = each(span.getEvents(), event -> allowed(event, quotes));
    List<LinkData> links = each(span.getLinks(), this::allowed);
    StatusData status = allowed(span.getStatus(), quotes);
    boolean same =
        name.equals(span.getName())
            && ownAttributes == span.getAttributes()
            && events == span.getEvents()
            && links == span.getLinks()
            && status == span.getStatus();
    return same ? span : new FilteredSpan(span, name, ownAttributes, events, links, status);
  }

  private EventData allowed(EventData event, boolean quotes) {
    Attributes before = event.getAttributes();
    Attributes allowed = attributes.allowed(before);
    if (quotes && before.get(MESSAGE) != null) {
      allowed = allowed.toBuilder().remove(MESSAGE).remove(STACKTRACE).build();
    }
    return allowed == before
        ? event
        : EventData.create(
            event.getEpochNanos(), event.getName(), allowed, event.getTotalAttributeCount());
  }

  private LinkData allowed(LinkData link) {
    Attributes allowed = attributes.allowed(link.getAttributes());
    return allowed == link.getAttributes()
        ? link
        : LinkData.create(link.getSpanContext(), allowed, link.getTotalAttributeCount());
  }

  private StatusData allowed(StatusData status, boolean quotes) {
    String before = status.getDescription();
    String allowed = quotes ? "" : texts.allowed("", before);
    return allowed.equals(before) ? status : StatusData.create(status.getStatusCode(), allowed);
  }

  /**
   * The message of an exception that a model's client throws may quote the prompt or the answer.
   */
  private boolean mayQuoteContent(SpanData span) {
    if (span.getEvents().isEmpty() && span.getStatus().getDescription().isEmpty()) {
      return false;
    }
    AtomicBoolean ai = new AtomicBoolean();
    span.getAttributes()
        .forEach(
            (key, value) -> {
              if (key.getKey().startsWith(AI)) {
                ai.setPlain(true);
              }
            });
    return ai.getPlain() && !keys.keeps(MESSAGE.getKey());
  }

  private static <T> List<T> each(List<T> before, UnaryOperator<T> operator) {
    List<T> after = before;
    for (int i = 0; i < before.size(); i++) {
      T element = before.get(i);
      T allowed = operator.apply(element);
      if (allowed != element) {
        if (after == before) {
          after = new ArrayList<>(before);
        }
        after.set(i, allowed);
      }
    }
    return after;
  }
}
