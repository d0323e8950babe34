package io.spanloom.runtime;

import io.spanloom.support.ApiListing;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards the API and the interface of woven code, which older woven classes link to. */
final class PublicApiTest {

  @Test
  void publicApiMatchesCommittedListing() {
    ApiListing.assertMatches(
        Spans.class,
        Set.of(
            "io.spanloom.runtime",
            "io.spanloom.runtime.spi",
            "io.spanloom.runtime.workflow",
            "io.spanloom.runtime.woven"));
  }
}
