package io.spanloom.spring.boot;

import io.spanloom.support.ApiListing;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards the names of the auto-configurations, which applications can exclude. */
final class PublicApiTest {

  @Test
  void publicApiMatchesCommittedListing() {
    ApiListing.assertMatches(SpansAutoConfiguration.class, Set.of("io.spanloom.spring.boot"));
  }
}
