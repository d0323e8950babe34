/** Adapters for streams of Bedrock's client. */
@NullMarked
package io.spanloom.deferred.bedrock;

import org.jspecify.annotations.NullMarked;
