/** Reads what generated code can read of the requests and responses of AI clients. */
@NullMarked
package io.spanloom.processor.read.ai;

import org.jspecify.annotations.NullMarked;
