package io.spanloom.processor.write;

import com.squareup.javapoet.ClassName;

/** The types of the runtime, AspectJ and OpenTelemetry to which generated code refers. */
final class RuntimeTypes {

  static final ClassName SPAN_SITE = runtime("SpanSite");
  static final ClassName SPAN_START = runtime("SpanStart");
  static final ClassName RECORDING_SPAN = runtime("RecordingSpan");
  static final ClassName ATTRIBUTE_VALUES = runtime("AttributeValues");
  static final ClassName AGENT_COMPATIBLE_VALUES = runtime("AgentCompatibleValues");
  static final ClassName RESULT_ATTRIBUTES = runtime("ResultAttributes");
  static final ClassName STEP_SITE = runtime("StepSite");
  static final ClassName WORKFLOW_SITE = runtime("WorkflowSite");
  static final ClassName AI_RESULT = runtime("AiResult");
  static final ClassName AI_REQUEST = runtime("AiRequest");
  static final ClassName AI_SETTINGS = runtime("AiSettings");
  static final ClassName AI_ATTRIBUTES = runtime("AiAttributes");
  static final ClassName GENERATED_ASPECT = runtime("GeneratedAspect");
  static final ClassName GENERATED_PROPAGATION = runtime("GeneratedPropagation");

  static final ClassName ASPECT = aspectj("Aspect");
  static final ClassName POINTCUT = aspectj("Pointcut");
  static final ClassName BEFORE = aspectj("Before");
  static final ClassName AFTER_RETURNING = aspectj("AfterReturning");
  static final ClassName AFTER_THROWING = aspectj("AfterThrowing");

  static final ClassName SPAN_KIND = ClassName.get("io.opentelemetry.api.trace", "SpanKind");
  static final ClassName SPAN = ClassName.get("io.opentelemetry.api.trace", "Span");
  static final ClassName ATTRIBUTE_KEY =
      ClassName.get("io.opentelemetry.api.common", "AttributeKey");

  private RuntimeTypes() {}

  private static ClassName runtime(String name) {
    return ClassName.get("io.spanloom.runtime.woven", name);
  }

  private static ClassName aspectj(String name) {
    return ClassName.get("org.aspectj.lang.annotation", name);
  }
}
