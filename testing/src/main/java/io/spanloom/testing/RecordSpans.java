package io.spanloom.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Records the spans of each test. Tests receive them as a parameter of type {@link RecordedSpans}.
 * If JUnit runs tests in parallel, tests that record spans run one after another.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RecordedSpans.class)
@ResourceLock(RecordedSpans.LOCK)
public @interface RecordSpans {}
