package io.spanloom.weaver;

import io.spanloom.support.ApiListing;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards the API of the weaver. */
final class PublicApiTest {

  @Test
  void publicApiMatchesCommittedListing() {
    ApiListing.assertMatches(Weaver.class, Set.of("io.spanloom.weaver"));
  }
}
