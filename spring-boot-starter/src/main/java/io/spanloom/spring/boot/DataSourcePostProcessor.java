package io.spanloom.spring.boot;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.telemetry.jdbc.Jdbc;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Replaces each data source by a traced one. */
final class DataSourcePostProcessor implements BeanPostProcessor {

  private final ObjectProvider<OpenTelemetry> openTelemetry;

  DataSourcePostProcessor(ObjectProvider<OpenTelemetry> openTelemetry) {
    this.openTelemetry = openTelemetry;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    return bean instanceof DataSource pool ? traced(pool) : bean;
  }

  /** Uses the global instance if the context has none. */
  private DataSource traced(DataSource pool) {
    OpenTelemetry instance = openTelemetry.getIfUnique();
    return instance == null ? Jdbc.traced(pool) : Jdbc.traced(pool, instance);
  }
}
