module it.shop {
  requires static io.spanloom;
  requires io.opentelemetry.api;
  requires io.spanloom.runtime;
  requires org.aspectj.runtime;

  exports shop;
}
