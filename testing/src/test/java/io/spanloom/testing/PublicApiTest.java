package io.spanloom.testing;

import io.spanloom.support.ApiListing;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards the API of the test extension. */
final class PublicApiTest {

  @Test
  void publicApiMatchesCommittedListing() {
    ApiListing.assertMatches(RecordedSpans.class, Set.of("io.spanloom.testing"));
  }
}
