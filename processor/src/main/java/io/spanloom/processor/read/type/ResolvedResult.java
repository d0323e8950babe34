package io.spanloom.processor.read.type;

import io.spanloom.processor.model.Result;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The result of a method, with what only the reading of paths needs.
 *
 * @param result the result
 * @param value the type of the value with which a deferred result completes; null if the result is
 *     not deferred, is a raw type, or has no single value
 * @param element the type of the values of a deferred result that has several; null if it has not,
 *     or is a raw type
 * @param streamed whether a deferred result arrives in chunks
 * @param hasNoSingleValue whether a deferred result completes with several values or none
 * @param unobservedStream the type of a stream that a deferred result delivers and that does not
 *     end the span, or null
 */
public record ResolvedResult(
    Result result,
    @Nullable TypeMirror value,
    @Nullable TypeMirror element,
    boolean streamed,
    boolean hasNoSingleValue,
    @Nullable String unobservedStream) {

  static ResolvedResult of(Result result) {
    return new ResolvedResult(result, null, null, false, false, null);
  }

  ResolvedResult withUnobservedStream(String type) {
    return new ResolvedResult(result, value, element, streamed, hasNoSingleValue, type);
  }
}
