/** What the stages hand on: values, and the places in the source that messages point at. */
@NullMarked
package io.spanloom.processor.model;

import org.jspecify.annotations.NullMarked;
