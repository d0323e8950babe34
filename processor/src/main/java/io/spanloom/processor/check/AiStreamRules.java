package io.spanloom.processor.check;

import io.spanloom.processor.model.TracedMethod;

/** Rules for the streams of AI calls. */
final class AiStreamRules {

  private AiStreamRules() {}

  static void streamSpanHasStream(TracedMethod method, Report report) {
    AiRules.forEachCall(
        method,
        call ->
            call.streaming()
                .ownSpan()
                .filter(member -> !call.streamed())
                .ifPresent(
                    member ->
                        report.error(
                            Code.UNSUITABLE_MEMBER,
                            member,
                            """
                            'streamSpan' does not apply to '%s', because its result %s is not a \
                            stream that Spanloom observes. Remove the member, or return a stream, \
                            such as a Flux.\
                            """
                                .formatted(method.signature(), method.result().typeText()))));
  }

  static void streamIsObserved(TracedMethod method, Report report) {
    AiRules.forEachCall(
        method,
        call ->
            call.streaming()
                .unobserved()
                .ifPresent(
                    stream ->
                        report.note(
                            Code.UNOBSERVED_STREAM,
                            call.location(),
                            """
                            The span of '%s' ends when the method's result delivers %s, and not \
                            with that stream, whose chunks are not read. Return the stream itself, \
                            or a CompletableFuture of a Stream.\
                            """
                                .formatted(method.signature(), stream))));
  }
}
