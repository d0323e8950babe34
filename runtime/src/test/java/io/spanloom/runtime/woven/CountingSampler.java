package io.spanloom.runtime.woven;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.support.TestSampler;
import java.util.List;

/** A sampler that counts its decisions and delegates them. */
record CountingSampler(int[] decisions, Sampler sampler) implements TestSampler {

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    decisions[0]++;
    return sampler.shouldSample(parent, traceId, name, kind, attributes, links);
  }
}
