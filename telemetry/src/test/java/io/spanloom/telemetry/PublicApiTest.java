package io.spanloom.telemetry;

import io.spanloom.support.ApiListing;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards the API of telemetry. */
final class PublicApiTest {

  @Test
  void publicApiMatchesCommittedListing() {
    ApiListing.assertMatches(
        Telemetry.class,
        Set.of(
            "io.spanloom.telemetry",
            "io.spanloom.telemetry.http",
            "io.spanloom.telemetry.identity",
            "io.spanloom.telemetry.jdbc",
            "io.spanloom.telemetry.logs",
            "io.spanloom.telemetry.sampling"));
  }
}
