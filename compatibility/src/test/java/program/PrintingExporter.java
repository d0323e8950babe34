package program;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints each span as one line, with the names of its ancestors instead of IDs. */
final class PrintingExporter implements SpanExporter {

  private final List<SpanData> spans = new ArrayList<>();

  @Override
  public synchronized CompletableResultCode export(Collection<SpanData> ended) {
    spans.addAll(ended);
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public synchronized CompletableResultCode shutdown() {
    spans.stream().map(this::line).forEach(System.out::println);
    return CompletableResultCode.ofSuccess();
  }

  private String line(SpanData span) {
    return path(span)
        + " "
        + span.getKind()
        + " "
        + span.getStatus().getStatusCode()
        + " "
        + attributes(span)
        + span.getEvents().stream()
            .map(EventData::getName)
            .map(name -> " !" + name)
            .collect(Collectors.joining())
        + " ~".repeat(span.getLinks().size());
  }

  private String path(SpanData span) {
    return spans.stream()
        .filter(parent -> parent.getSpanId().equals(span.getParentSpanId()))
        .map(parent -> path(parent) + " > " + span.getName())
        .findFirst()
        .orElse(span.getName());
  }

  private static String attributes(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(AttributeKey.stringKey("code.function.name")))
        .sorted(Map.Entry.comparingByKey((a, b) -> a.getKey().compareTo(b.getKey())))
        .map(entry -> entry.getKey().getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
