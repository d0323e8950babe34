/** Adapters for streams of LangChain4j. */
@NullMarked
package io.spanloom.deferred.langchain4j;

import org.jspecify.annotations.NullMarked;
