package shop;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.Traced;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrderRepository {

  private final JdbcClient jdbc;

  OrderRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Traced(kind = SpanKind.CLIENT)
  int stock() {
    return jdbc.sql("select available from stock").query(Integer.class).single();
  }

  @Traced(kind = SpanKind.CLIENT)
  void take(int quantity) {
    jdbc.sql("update stock set available = available - ?").param(quantity).update();
  }

  @Traced(kind = SpanKind.CLIENT)
  void insert(String id, int total) {
    jdbc.sql("insert into orders (id, total) values (?, ?)").param(id).param(total).update();
  }
}
