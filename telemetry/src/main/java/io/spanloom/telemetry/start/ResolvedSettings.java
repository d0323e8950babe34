package io.spanloom.telemetry.start;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.spanloom.telemetry.delivery.SpanDelivery;

/**
 * The final settings of an SDK.
 *
 * @param config the checked settings
 * @param resource the resource of every span
 * @param delivery the delivery, set up from the settings
 */
record ResolvedSettings(ConfigProperties config, Resource resource, SpanDelivery delivery) {}
