package io.spanloom.deferred;

import io.spanloom.support.ApiListing;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards the contract of adapters, and the adapters that older woven classes link to. */
final class PublicApiTest {

  @Test
  void publicApiMatchesCommittedListing() {
    ApiListing.assertMatches(
        DeferredSpan.class,
        Set.of(
            "io.spanloom.deferred",
            "io.spanloom.deferred.flow",
            "io.spanloom.deferred.guava",
            "io.spanloom.deferred.jdk",
            "io.spanloom.deferred.kotlin",
            "io.spanloom.deferred.mutiny",
            "io.spanloom.deferred.reactivestreams",
            "io.spanloom.deferred.reactor",
            "io.spanloom.deferred.rxjava3",
            "io.spanloom.deferred.vertx"));
  }
}
