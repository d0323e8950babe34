package io.spanloom.support;

import io.opentelemetry.sdk.trace.samplers.Sampler;

/** A sampler that a test can write as a lambda expression. */
@FunctionalInterface
public interface TestSampler extends Sampler {

  @Override
  default String getDescription() {
    return "test";
  }
}
