package io.spanloom.manifest;

import io.spanloom.weaver.ProblemCode;

/**
 * The codes of the messages about the telemetry manifest. Failures to read classes have a {@link
 * io.spanloom.weaver.WeaverCode}.
 */
enum ManifestCode implements ProblemCode {
  /** A span is not in the baseline. */
  SPAN_ADDED("SPL220"),
  /** No method creates a span of the baseline. */
  SPAN_REMOVED("SPL221"),
  /** The name of a span differs from the baseline. */
  SPAN_RENAMED("SPL222"),
  /** The form, kind or root of a span differs from the baseline. */
  SPAN_CHANGED("SPL223"),
  /** An attribute is not in the baseline. */
  ATTRIBUTE_ADDED("SPL224"),
  /** An attribute of the baseline is no longer set. */
  ATTRIBUTE_REMOVED("SPL225"),
  /** The key of an attribute differs from the baseline. */
  ATTRIBUTE_RENAMED("SPL226"),
  /** The type, redaction or constant value of an attribute differs from the baseline. */
  ATTRIBUTE_CHANGED("SPL227"),
  /** The baseline does not exist. */
  NO_BASELINE("SPL228"),
  /** The baseline cannot be read. */
  BROKEN_BASELINE("SPL229"),
  /** An aspect has no span description. */
  NO_DESCRIPTION("SPL230"),
  /** A span description cannot be read. */
  BROKEN_DESCRIPTION("SPL231"),
  /** A span description and its aspect are from different versions of the class. */
  STALE_DESCRIPTION("SPL232");

  private final String id;

  ManifestCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
