// needs Java 17
package shop;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.NotTraced;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.List;

@Traced(kind = SpanKind.CLIENT, attributes = @SpanAttribute(value = "layer", literal = "repository"))
public class Bulk implements BulkApi {

  private String region = "";

  @interface Unrelated {}

  @Traced(kind = SpanKind.PRODUCER, recordException = false)
  @SpanAttribute(value = "component", literal = "billing")
  @SpanAttribute(value = "region", from = "this.region")
  @interface Sent {
    @SpanAttribute("sent.topic")
    String value();

    @SpanAttribute("sent.partition")
    int partition() default 0;

    @SpanAttribute(value = "sent.key", from = SpanAttribute.PATH)
    String key() default "";
  }

  public Bulk() {}

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public List<String> work() {
    return List.of(region);
  }

  @Override
  public String find(String query) {
    return query + region;
  }

  @NotTraced
  public String excluded() {
    return region + region;
  }

  @Traced("bulk.own")
  String own() {
    return region;
  }

  String notPublic() {
    return region + region;
  }

  @Override
  public String toString() {
    return region + region;
  }

  static class Sender {
    String region = "";

    @Sent("orders")
    void plain() {}

    @Sent(value = "orders", partition = 5, key = "order.length()")
    void full(@SpanAttribute("order") String order) {}
  }
}

interface BulkApi {
  @Traced("api.find")
  String find(@SpanAttribute("query") String text);

  default String both() {
    return "";
  }
}
