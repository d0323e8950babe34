package nesting.traced;

import io.opentelemetry.api.common.Attributes;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import io.spanloom.runtime.Spans;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Traced by Spanloom; calls methods traced by the agent. */
public final class Orders {

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;

  @Traced
  public Orders(URI stock) {
    request = HttpRequest.newBuilder(stock).build();
  }

  @Traced
  public String place(@SpanAttribute("order.id") String id)
      throws IOException, InterruptedException {
    return ask();
  }

  @Traced
  private String ask() throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Traced
  public CompletableFuture<String> placeLater() {
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  @Traced
  public void inAnotherThread(ExecutorService pool, Runnable task) throws Exception {
    pool.submit(task).get();
  }

  @Traced
  public void byHand(Runnable task) {
    Spans.withSpan("by hand", task);
    Spans.addEvent("done", Attributes.empty());
  }

  @Traced(root = true)
  public void alone(Runnable task) {
    task.run();
  }

  @Traced
  public void fail() {
    throw new IllegalStateException("no such order");
  }
}
