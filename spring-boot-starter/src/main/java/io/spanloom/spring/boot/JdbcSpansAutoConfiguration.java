package io.spanloom.spring.boot;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.telemetry.jdbc.Jdbc;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;

/**
 * Traces the statements of the context's data sources with {@link Jdbc}, unless another library
 * already does.
 */
@AutoConfiguration
@ConditionalOnClass({DataSource.class, Jdbc.class})
@ConditionalOnMissingClass({
  "io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration",
  "net.ttddyy.dsproxy.support.ProxyDataSource"
})
public final class JdbcSpansAutoConfiguration {

  JdbcSpansAutoConfiguration() {}

  @Bean
  static DataSourcePostProcessor spansDataSourcePostProcessor(
      ObjectProvider<OpenTelemetry> openTelemetry) {
    return new DataSourcePostProcessor(openTelemetry);
  }
}
